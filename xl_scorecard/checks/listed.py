"""Every check, in the order in which findings of one row and severity are told.

Written by `make docs` from the files that are there.
"""

from __future__ import annotations

from xl_scorecard.checks.check import Check
from xl_scorecard.checks.comments import (
    comment_missing_red,
    comment_repeated,
)
from xl_scorecard.checks.counts import (
    complement_sum,
    denominator_zero,
    numerator_denominator_mismatch,
    numerator_over_denominator,
    parts_not_total,
    stock_flow,
    suppressed_worked_out,
)
from xl_scorecard.checks.indicators import (
    good_is_unclear,
    indicator_duplicate,
    indicator_no_rule,
    indicator_renamed,
    rule_no_indicator,
)
from xl_scorecard.checks.layout import (
    header_duplicate,
    hidden_data,
    names_by_shape,
    period_current_missing,
    period_duplicate,
    period_gap,
    period_unparseable,
    period_year,
    row_not_said,
    row_without_name,
)
from xl_scorecard.checks.markers import (
    banded_value,
    marker_legacy,
    marker_unknown,
    provisional_left,
)
from xl_scorecard.checks.ratings import (
    rag_fill_differs,
    rag_typed_differs,
    rag_without_value,
    tally_differs,
)
from xl_scorecard.checks.results import (
    colours_stopped,
    print_area_narrow,
)
from xl_scorecard.checks.rule_set import (
    rule_not_used_yet,
)
from xl_scorecard.checks.targets import (
    target_missing,
    target_other_span,
    target_profile_missing,
    target_scale,
    target_unparseable,
    tolerance_missing,
    tolerance_wrong_side,
)
from xl_scorecard.checks.travel import (
    dot_typed_differs,
    dot_wingdings,
)
from xl_scorecard.checks.values import (
    change_typed_differs,
    count_not_whole,
    cumulative_falls,
    external_link,
    figure_doubtful,
    figure_impossible,
    formula_error,
    formula_no_cached_value,
    formula_overwritten,
    history_changed,
    negative_value,
    number_as_text,
    percent_over_100,
    percent_scale,
    period_future_filled,
    small_number_disclosed,
    stale_repeat,
    value_missing,
)

CHECKS: tuple[Check, ...] = (
    header_duplicate.CHECK,
    hidden_data.CHECK,
    names_by_shape.CHECK,
    period_current_missing.CHECK,
    period_duplicate.CHECK,
    period_gap.CHECK,
    period_unparseable.CHECK,
    period_year.CHECK,
    row_not_said.CHECK,
    row_without_name.CHECK,
    complement_sum.CHECK,
    denominator_zero.CHECK,
    numerator_denominator_mismatch.CHECK,
    numerator_over_denominator.CHECK,
    parts_not_total.CHECK,
    stock_flow.CHECK,
    suppressed_worked_out.CHECK,
    change_typed_differs.CHECK,
    count_not_whole.CHECK,
    cumulative_falls.CHECK,
    external_link.CHECK,
    figure_doubtful.CHECK,
    figure_impossible.CHECK,
    formula_error.CHECK,
    formula_no_cached_value.CHECK,
    formula_overwritten.CHECK,
    history_changed.CHECK,
    negative_value.CHECK,
    number_as_text.CHECK,
    percent_over_100.CHECK,
    percent_scale.CHECK,
    period_future_filled.CHECK,
    small_number_disclosed.CHECK,
    stale_repeat.CHECK,
    value_missing.CHECK,
    target_missing.CHECK,
    target_other_span.CHECK,
    target_profile_missing.CHECK,
    target_scale.CHECK,
    target_unparseable.CHECK,
    tolerance_missing.CHECK,
    tolerance_wrong_side.CHECK,
    banded_value.CHECK,
    marker_legacy.CHECK,
    marker_unknown.CHECK,
    provisional_left.CHECK,
    good_is_unclear.CHECK,
    indicator_duplicate.CHECK,
    indicator_no_rule.CHECK,
    indicator_renamed.CHECK,
    rule_no_indicator.CHECK,
    rag_fill_differs.CHECK,
    rag_typed_differs.CHECK,
    rag_without_value.CHECK,
    tally_differs.CHECK,
    dot_typed_differs.CHECK,
    dot_wingdings.CHECK,
    comment_missing_red.CHECK,
    comment_repeated.CHECK,
    rule_not_used_yet.CHECK,
    colours_stopped.CHECK,
    print_area_narrow.CHECK,
)
