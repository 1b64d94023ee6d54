"""Names of routes, duties, violations, facts and other words of the law."""

from kuajing.messages import law_duties, law_errors, law_facts, law_questions, law_records, law_routes

MESSAGES: dict[str, tuple[str, str]] = {
    **law_routes.MESSAGES,
    **law_duties.MESSAGES,
    **law_facts.MESSAGES,
    **law_records.MESSAGES,
    **law_questions.MESSAGES,
    **law_errors.MESSAGES,
}
