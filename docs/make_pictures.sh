#!/usr/bin/env bash
# Takes the pictures of the README from the refreshed sample, and draws the button's ribbon.
# Needs LibreOffice 7.4 or later and poppler-utils. The crops are in pixels at the
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
summary=$(($(pdfinfo "$work/$name.pdf" | awk '/^Pages:/ {print $2}') - 2)) # Indicators and Checks come last

crop() { # page, dots an inch, left, top, width, height, picture
  pdftoppm -png -singlefile -f "$1" -r "$2" -x "$3" -y "$4" -W "$5" -H "$6" "$work/$name.pdf" "$work/$7"
}
crop "$summary" 90 0 0 1375 624 summary
crop 1 110 0 110 1567 1189 left
crop 1 110 3252 110 632 1189 right

.venv/bin/python docs/join_pictures.py docs/images/summary.png 16 "$work/summary.png"
.venv/bin/python docs/join_pictures.py docs/images/scorecard.png 8 "$work/left.png" "$work/right.png"
.venv/bin/python docs/draw_ribbon.py
ls -l docs/images
