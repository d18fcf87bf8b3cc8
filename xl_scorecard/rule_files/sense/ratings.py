"""Ratings: the one in force is there, and an outturn can fall in each of its bands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from xl_scorecard.domain.band_edges import edge_examples
from xl_scorecard.domain.bands import (
    BUILT_IN,
    NO_DATA,
    NO_DATA_BAND,
    NOT_RATED,
    NOT_RATED_BAND,
    Edge,
    figure_of,
    parse_edge,
)
from xl_scorecard.domain.grades import is_same_grade
from xl_scorecard.rule_files.entries import Entry
from xl_scorecard.rule_files.shown import bare, listed, shown
from xl_scorecard.rule_files.slip import Slip

_UNBANDED = (("not_rated", NOT_RATED, NOT_RATED_BAND), ("no_data", NO_DATA, NO_DATA_BAND))
_EDGES = f"write {listed(('target', *edge_examples()))}"
_FIGURES = "write a figure such as 6.6 or 85%"
_STRETCHES = ("tolerance", "target", "points")
"""Edges that are so much of a length, of which the larger reaches farther."""


def rating_defined(rules: Entry) -> Iterator[Slip]:
    """A rating in force that is neither built in nor defined."""
    rating = rules["rating"]
    known = (*BUILT_IN, *(name for name, _ in rules["ratings"].pairs))
    if isinstance(rating.data, str) and rating.data not in known:
        wrong = f"{shown(rating.data)} is not defined"
        yield rating.slip(wrong, f"write {listed(known)}", word=rating.text, known=known)


def edges_read(rules: Entry) -> Iterator[Slip]:
    """Bands whose reach is not understood, missing, or there where the worst band has none."""
    for _, rating in rules["ratings"].pairs:
        bands = list(rating["bands"].items)
        for band in bands:
            up_to = band["up_to"]
            if band is bands[-1] and up_to.data is not None:
                yield up_to.key_slip(
                    "stands in the last band, the worst, which reaches all the way", "take it out"
                )
            elif _lacks_edge(band, last=band is bands[-1]):
                yield band.slip("has no up_to, which only the last band may lack", _EDGES)
            elif isinstance(up_to.data, str) and parse_edge(up_to.data) is None:
                yield up_to.slip(f"{shown(up_to.data)} is not how far a band reaches", _EDGES)
        for band in bands:
            yield from _ends(band, last=band is bands[-1])
        for key, _, _ in _UNBANDED:
            if rating[key]["up_to"].data is not None:
                yield rating[key]["up_to"].key_slip("stands in a band of no figures", "take it out")


def _lacks_edge(band: Entry, *, last: bool) -> bool:
    """Whether nothing says where a band ends, nor which words are in it."""
    said = any(band[key].data is not None for key in ("up_to", "ends_at", "words"))
    return not last and not said and isinstance(band.data, dict)


def _ends(band: Entry, *, last: bool) -> Iterator[Slip]:
    """A figure that a band ends at which is none, stands in the last band, or beside up_to."""
    ends_at = band["ends_at"]
    said = ends_at.figure
    if said is None:
        return
    if last:
        yield ends_at.key_slip(
            "stands in the last band, the worst, which reaches all the way", "take it out"
        )
    elif band["up_to"].data is not None:
        yield ends_at.key_slip("stands beside up_to", "keep one of the two")
    elif figure_of(said) is None:
        yield ends_at.slip(f"{shown(str(said))} is no figure", _FIGURES)


def words_apart(rules: Entry) -> Iterator[Slip]:
    """A word that stands for two bands of a rating."""
    for _, rating in rules["ratings"].pairs:
        seen: list[tuple[str, Entry]] = []
        for band in rating["bands"].items:
            for word in band["words"].items:
                if not word.text:
                    continue
                before = (other for text, other in seen if is_same_grade(text, word.text))
                known = next(before, None)
                if known is not None:
                    wrong = f"{shown(word.text)} stands for band {_called(known)} too"
                    yield word.slip(wrong, "keep it in one band")
                seen.append((word.text, band))


def figures_in_order(rules: Entry) -> Iterator[Slip]:
    """Figures that bands end at which do not all fall, or all rise, from the best band on."""
    for _, rating in rules["ratings"].pairs:
        ends = [
            (figure, band["ends_at"])
            for band in rating["bands"].items
            if (said := band["ends_at"].figure) is not None
            and (figure := figure_of(said)) is not None
        ]
        steps = [after[0] - before[0] for before, after in pairwise(ends)]
        for (_, entry), step in zip(ends[1:], steps, strict=True):
            if step == 0 or (step > 0) != (steps[0] > 0):
                yield entry.slip(
                    f"{shown(entry.text or str(entry.data))} is out of order: nothing ever falls "
                    "in this band",
                    "let the figures fall from band to band, or rise",
                )
                break


def bands_reached(rules: Entry) -> Iterator[Slip]:
    """A band that reaches no farther than one before it, so that nothing ever falls in it."""
    for _, rating in rules["ratings"].pairs:
        farthest: dict[str, tuple[Edge, Entry]] = {}
        for band in rating["bands"].items:
            edge = parse_edge(band["up_to"].text)
            if edge is None:
                continue
            if (covering := _covering(farthest, edge)) is not None:
                yield band["up_to"].slip(
                    f"{shown(band['up_to'].text)} reaches no farther than "
                    f"{shown(covering['up_to'].text)} of band {_called(covering)} before it: "
                    "nothing ever falls in this band",
                    "put bands in order from best to worst",
                )
            elif edge.of not in farthest or edge.amount > farthest[edge.of][0].amount:
                farthest[edge.of] = edge, band


def _covering(farthest: Mapping[str, tuple[Edge, Entry]], edge: Edge) -> Entry | None:
    """An earlier band that is sure to reach as far: one of the same kind, or any beyond target."""
    if edge.amount == 0 and edge.of in _STRETCHES:
        return next((farthest[of][1] for of in _STRETCHES if of in farthest), None)
    earlier = farthest.get(edge.of)
    return earlier[1] if earlier is not None and earlier[0].amount >= edge.amount else None


def bands_apart(rules: Entry) -> Iterator[Slip]:
    """Bands of one status or label, and the status of rows without a rating changed."""
    for _, rating in rules["ratings"].pairs:
        for key, status, _ in _UNBANDED:
            said = rating[key]["status"]
            if isinstance(said.data, str) and said.data != status:
                yield said.slip(f"{shown(said.data)} is not the status of {key}", f"write {status}")
        for key in ("status", "label"):
            yield from _apart(rating, key)


def _apart(rating: Entry, key: str) -> Iterator[Slip]:
    first: dict[str, str] = {}
    for name, _, usual in _UNBANDED:
        if not rating[name][key].text:
            first[str(getattr(usual, key)).casefold()] = f"band {name}"
    for band in (*rating["bands"].items, *(rating[name] for name, _, _ in _UNBANDED)):
        entry = band[key]
        word = entry.text.casefold()
        if word in first:
            wrong = f"{shown(entry.text)} is already that of {first[word]}"
            yield entry.slip(wrong, f"every band needs a {key} of its own")
        elif word:
            first[word] = f"the band {entry.where}"


def _called(band: Entry) -> str:
    return bare(band["status"].text or band["label"].text or band.where)
