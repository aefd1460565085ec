"""A telephone number is one that can be dialled."""

import pytest

from kamdesk.domain.errors import RuleError
from kamdesk.domain.telephone import check_number


@pytest.mark.parametrize(
    "number", ["13812345678", "+86 138 1234 5678", "0576-88536114", "(5) 555-4729", "110"]
)
def test_what_can_be_dialled_is_taken(number: str) -> None:
    check_number(number)


@pytest.mark.parametrize("number", ["138abc", "1.38E+10", "12", "", "电话", "1" * 21])
def test_what_cannot_is_refused(number: str) -> None:
    with pytest.raises(RuleError, match="phone_unreadable"):
        check_number(number)
