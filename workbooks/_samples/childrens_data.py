"""The whole children's services scorecard: its sections and its strategic risks, in order.

The figures are those of one county council's published report for Q3 2018/19; periods and targets
that it does not give are illustrative (see `Measure.reported`).
"""

from dataclasses import dataclass

from .childrens_care import CHILDREN_IN_CARE, HEALTH, PLACEMENTS
from .childrens_front import ASSESSMENTS, CONTACTS, REFERRALS
from .childrens_protection import CHILD_PROTECTION, CHILDREN_IN_NEED
from .childrens_workforce import CASELOADS, FEEDBACK, UNALLOCATED, WORKFORCE

SECTIONS = (
    CONTACTS,
    REFERRALS,
    ASSESSMENTS,
    CHILDREN_IN_NEED,
    CHILD_PROTECTION,
    CHILDREN_IN_CARE,
    PLACEMENTS,
    HEALTH,
    FEEDBACK,
    CASELOADS,
    UNALLOCATED,
    WORKFORCE,
)


@dataclass(frozen=True)
class Risk:
    ref: str
    title: str
    likelihood: int
    impact: int
    band: str
    owner: str
    controls: str


RISKS = (
    Risk(
        "RISK-PRACTICE",
        "Social care practice, management oversight and review are not effective enough",
        3, 4, "Moderate", "Director of Children's Safeguarding",
        "Practice standards relaunched; monthly audit; supervision tracked by area.",
    ),
    Risk(
        "RISK-WORKFORCE", "Too few staff, or staff who do not stay",
        4, 3, "Moderate", "Head of Workforce",
        "Recruitment campaign, retention payments and a social work academy.",
    ),
    Risk(
        "RISK-PLACEMENT", "Enough placements are not developed",
        4, 4, "High", "Head of Commissioning",
        "Sufficiency strategy; fostering recruitment; framework for residential care.",
    ),
    Risk(
        "RISK-EDUGAP", "Gaps in educational outcomes for vulnerable learners do not close",
        3, 4, "Moderate", "Head of Education Outcomes",
        "Virtual school plan; attendance and exclusion panels with schools.",
    ),
)  # fmt: skip
