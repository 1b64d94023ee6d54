from dataclasses import replace

import pytest
from tests.reports.expecting import expected
from tests.reports.sample import ANALYSIS, CRM_TO_US, HOTELS, NAMES, UNCLEAR

from kuajing.model.transfers import Judgement
from kuajing.reports.explain import explain_transfer


@pytest.mark.parametrize("language", ["en", "zh", "both"])
@pytest.mark.parametrize("judgement", [CRM_TO_US, UNCLEAR, HOTELS], ids=["crm-to-us", "unclear", "hotels"])
def test_a_transfer_is_explained_article_by_article(judgement: Judgement, language: str) -> None:
    actual = explain_transfer(ANALYSIS, judgement, language, NAMES)
    assert expected(f"explain.{judgement.transfer.id}.{language}.txt", actual) == actual


def test_an_open_recipient_is_settled_at_its_system() -> None:
    assert "systems.legacy-ftp.located" in explain_transfer(ANALYSIS, UNCLEAR, "en", NAMES)


def test_a_known_recipient_is_settled_at_the_recipient() -> None:
    verdict = replace(CRM_TO_US.verdict, unsettled=("recipient.jurisdiction",))
    text = explain_transfer(ANALYSIS, replace(CRM_TO_US, verdict=verdict), "en", NAMES)
    assert "recipients.shop-us.jurisdiction" in text
