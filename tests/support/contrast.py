"""Luminance, lightness and contrast of colours, as WCAG 2.1 and CIE 1976 define them."""

from __future__ import annotations


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.1 defines it."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def lightness(colour: str) -> float:
    """CIE 1976 L*, 0 to 100."""
    return 116 * float(luminance(colour) ** (1 / 3)) - 16


def contrast(fill: str, text: str) -> float:
    """How much two colours stand out from one another, 1 to 21."""
    low, high = sorted((luminance(fill), luminance(text)))
    return (high + 0.05) / (low + 0.05)
