#!/usr/bin/env bash
# Takes the pictures of the README from the refreshed sample, and draws the button's ribbon.
# Needs LibreOffice 7.4 or later, poppler-utils and ImageMagick. The crops are in pixels at the
# resolution of each line; look at the pictures afterwards and move the crops if the sample changed.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
name=childrens-services-2018-19-q3

.venv/bin/xl-scorecard refresh "workbooks/$name.xlsx" --out "$work" --quiet
# one page a sheet, at full size
soffice --headless -env:UserInstallation="file://$work/profile" --convert-to \
  'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}' \
  --outdir "$work" "$work/$name.xlsx" >/dev/null 2>&1
summary=$(($(pdfinfo "$work/$name.pdf" | awk '/^Pages:/ {print $2}') - 1)) # Checks comes last

crop() { # page, dots an inch, left, top, width, height, picture
  pdftoppm -png -singlefile -f "$1" -r "$2" -x "$3" -y "$4" -W "$5" -H "$6" "$work/$name.pdf" "$work/$7"
}
crop "$summary" 90 0 0 1590 1504 summary
crop 1 110 0 110 1567 1189 left
crop 1 110 3252 110 558 1189 right

convert "$work/summary.png" -bordercolor white -border 16 -strip +dither -colors 128 PNG8:docs/images/summary.png
convert "$work/left.png" -size 14x1189 xc:white "$work/right.png" +append \
  -bordercolor white -border 8 -strip +dither -colors 128 PNG8:docs/images/scorecard.png
.venv/bin/python docs/draw_ribbon.py
ls -l docs/images
