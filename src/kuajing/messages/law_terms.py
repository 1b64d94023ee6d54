"""Names of routes, duties, violations, facts and other words of the law."""

from kuajing.messages import (
    fact_values,
    law_conditions,
    law_deadlines,
    law_duties,
    law_errors,
    law_facts,
    law_questions,
    law_records,
    law_routes,
    purposes,
)

MESSAGES: dict[str, tuple[str, str]] = {
    **law_routes.MESSAGES,
    **purposes.MESSAGES,
    **law_duties.MESSAGES,
    **law_deadlines.MESSAGES,
    **law_facts.MESSAGES,
    **law_records.MESSAGES,
    **fact_values.MESSAGES,
    **law_questions.MESSAGES,
    **law_errors.MESSAGES,
    **law_conditions.MESSAGES,
}
