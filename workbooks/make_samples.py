"""Draw the sample workbooks beside this file: `python workbooks/make_samples.py`.

Running it twice gives the same bytes. Every council, team and officer in them is made up; the
figures of the children's services scorecard come from one published report, and its Notes sheet
says which do not.
"""

from pathlib import Path

from _samples import childrens_book, early_help_book, old_format
from _samples.todays_excel import save_as_today

HERE = Path(__file__).resolve().parent


def main() -> None:
    drawings = {
        "childrens-services-2018-19-q3.xlsx": childrens_book.draw,
        "early-help-2018-12.xlsm": early_help_book.draw,
    }
    for name, draw in drawings.items():
        draw(HERE / name)
        save_as_today(HERE / name)
    old_format.write(HERE / "old-format.xlsx")


if __name__ == "__main__":
    main()
