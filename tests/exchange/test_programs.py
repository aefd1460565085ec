"""Exports of address books and sales programs: the form is theirs, the content is made up."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kamdesk.exchange.entries import make_context, read_entries
from kamdesk.exchange.layout import Table, find_table
from kamdesk.exchange.mapping import ColumnRule, ListMapping, TableRule
from kamdesk.exchange.programs import programs, ruled
from kamdesk.exchange.reading import read_sheets
from kamdesk.exchange.records import AccountRecord, Entry
from kamdesk.exchange.source import take_in
from kamdesk.exchange.synonyms import synonyms
from kamdesk.exchange.told_apart import full_name

FILES = Path(__file__).parent / "programs"
TODAY = date(2026, 11, 24)


def entries(name: str, rule: TableRule | None = None) -> list[Entry]:
    source = take_in(FILES / name)
    (sheet,) = read_sheets(source)
    table = find_table(source, sheet, rule or TableRule())
    assert isinstance(table, Table)
    return list(read_entries(table, make_context(table, ListMapping(), today=TODAY)))


def first(name: str) -> AccountRecord:
    record = entries(name)[0]
    assert isinstance(record, AccountRecord)
    assert [each.reason for each in record.raw.problems if each.reason != "level_as_tag"] == []
    return record


def told(record: AccountRecord) -> list[str]:
    """The people of a record and their numbers, in a word each."""
    return [
        " ".join(
            filter(
                None,
                (
                    person.salutation,
                    person.name,
                    person.title,
                    person.department,
                    person.email,
                    str(person.birthday.month) + "/" + str(person.birthday.day) if person.birthday else None,
                    *(f"{phone.kind}:{phone.number}" for phone in person.phones),
                ),
            )
        )
        for person in record.contacts
    ]


YANYU = "台州岩屿建材有限公司"
KORTE = "Korte GmbH"


@pytest.mark.parametrize(
    ("name", "account", "people"),
    [
        (
            "google-2024.csv",
            YANYU,
            "陈国梁 采购经理 采购部 chen@yanyu.example 3/14 mobile:13800138000 office:0576-88881234 fax:0576-88881235",
        ),
        ("google-old.csv", YANYU, "陈国梁 采购经理 采购部 chen@yanyu.example 3/14 mobile:13800138000"),
        (
            "outlook-en.csv",
            "Vance & Sons Ltd",
            "Mr. Arthur Vance Head buyer Buying a.vance@vance.example 3/14 mobile:+44 7700 900123"
            " office:+44 113 496 0100",
        ),
        (
            "outlook-zh.csv",
            YANYU,
            "先生 陈国梁 采购经理 采购部 chen@yanyu.example 3/14 mobile:13800138000 office:0576-88881234",
        ),
        ("salesforce.csv", "Vance & Sons Ltd", ""),
        (
            "salesforce-contacts.csv",
            KORTE,
            "Ms. Mia Korte Buyer Purchasing m@korte.example 2/3 mobile:+49 151 55501234 office:+49 30 901820",
        ),
        ("hubspot-companies.csv", KORTE, ""),
        (
            "hubspot-contacts.csv",
            KORTE,
            "Mia Korte Buyer m@korte.example mobile:+4915155501234 office:+4930901820",
        ),
        ("zoho-accounts.csv", KORTE, ""),
        ("odoo.csv", KORTE, ""),
        (
            "odoo-screen.csv",
            KORTE,
            "Mia Korte Buyer m@korte.example mobile:+49 151 55501234 office:+49 30 901820",
        ),
        ("sugar.csv", KORTE, ""),
        ("dynamics.csv", KORTE, "Mia Korte m@korte.example"),
        ("yonyou.csv", YANYU, "陈国梁 mobile:13800138000 office:0576-88881234"),
        ("kingdee.csv", "岩屿建材", "陈国梁 mobile:13800138000 office:0576-88881234"),
        ("grasp.csv", YANYU, "陈国梁 mobile:13800138000|林芳 mobile:13900139000"),
    ],
)
def test_account_and_people(name: str, account: str, people: str) -> None:
    record = first(name)
    assert (record.name, "|".join(told(record))) == (account, people)


@pytest.mark.parametrize(
    ("name", "code", "owner", "parent"),
    [
        ("salesforce.csv", "0015g00000AbCdEAAV", "Lin Lan", "Vance Group"),
        ("hubspot-companies.csv", "9155501234", "Lin Lan", None),
        ("zoho-accounts.csv", "zcrm_5843000001234567", "Lin Lan", None),
        ("dynamics.csv", None, "Lin Lan", None),
        ("yonyou.csv", "0101001", "林岚", None),
        ("kingdee.csv", "01.001", "林岚", None),
        ("grasp.csv", "0001", "林岚", None),
    ],
)
def test_number_rep_and_parent(name: str, code: str | None, owner: str, parent: str | None) -> None:
    record = first(name)
    assert record.owner is not None
    assert (record.code, record.owner.name) == (code, owner)
    assert (record.parent.name if record.parent else None) == parent


def test_a_customers_own_revenue_is_not_what_it_bought_here() -> None:
    record = first("salesforce.csv")
    assert record.sales == ()
    assert "Annual Revenue: 1250000" in record.notes[-1]


def test_what_a_mail_program_says_of_its_mails_is_no_word_about_a_customer() -> None:
    record = first("outlook-en.csv")
    assert "is_key" not in record.fields
    assert record.notes == (
        "Prefers mornings",
        "Middle Name: J.\nHome Phone: +44 113 496 0555\nCategories: Customers;VIP",
    )


def test_a_company_and_its_people_in_one_list_are_an_account_and_its_people() -> None:
    person, company = entries("odoo-screen.csv")
    assert isinstance(person, AccountRecord)
    assert isinstance(company, AccountRecord)
    assert (person.name, person.code) == (KORTE, None)
    assert (company.name, company.code, company.contacts) == (KORTE, "__export__.res_partner_12", ())


def test_what_the_user_says_of_a_column_goes_first() -> None:
    rule = TableRule(
        columns={"Company": ColumnRule(field="short_name"), "Last Name": ColumnRule(field="name")}
    )
    record = entries("outlook-en.csv", rule)[0]
    assert isinstance(record, AccountRecord)
    assert (record.name, record.fields["short_name"]) == ("Vance", "Vance & Sons Ltd")


def test_a_list_of_another_kind_is_not_taken_for_an_address_book() -> None:
    rule = TableRule(kind="orders")
    headers = ("Company", "First Name", "Last Name", "Business Phone")
    assert ruled(rule, [(header, "") for header in headers]) is rule


def test_every_field_of_a_program_is_one() -> None:
    known = synonyms().kinds["accounts"].field_names() | {"words", "ignore"}
    for program in programs():
        assert set(program.columns.values()) <= known, program.name


@pytest.mark.parametrize(
    ("first_name", "last_name", "whole"),
    [
        ("国梁", "陈", "陈国梁"),
        ("Ada", "Byron", "Ada Byron"),
        ("Ada", "陈", "Ada 陈"),
        (None, "陈", "陈"),
        (None, None, ""),
    ],
)
def test_a_name_in_two_parts(first_name: str | None, last_name: str | None, whole: str) -> None:
    assert full_name(first_name, last_name) == whole


def test_a_switchboard_is_the_firm_s_and_how_somebody_is_addressed_no_part_of_the_name() -> None:
    record = first("outlook-2021.vcf")
    assert (record.name, told(record)) == (
        "Vance & Sons Ltd",
        [
            "Mr. Arthur J. Vance Head buyer Buying a.vance@vance.example 3/14 mobile:+44 7700 900123"
            " office:+44 113 496 0100 office:+44 113 496 0555"
        ],
    )
    assert [(phone.kind, phone.number) for phone in record.phones] == [
        ("office", "+44 113 496 0000"),
        ("fax", "+44 113 496 0199"),
    ]
    assert record.notes == (
        "Prefers mornings\nASSISTANT: +44 113 496 0111\nURL: https://vance.example\nROLE: Purchasing\n"
        "ANNIVERSARY: 20010609\nSPOUSE: Ann Vance\nMANAGER: Grace Vance\nASSISTANT: Tom Reed\n"
        "IMADDRESS: a.vance",
    )


def test_an_address_broken_softly_is_one() -> None:
    record = first("android-samsung.vcf")
    assert record.fields["address"] == ("海门街道滨海大道与东海大道交叉口东北侧岩屿建材市场三号楼一层 1 号")


@pytest.mark.parametrize(
    ("name", "people", "note"),
    [
        (
            "ios.vcf",
            "陈国梁 采购经理 采购部 chen@yanyu.example 3/14 mobile:13800138000 office:0576 8888 1234",
            "喜欢喝茶\n上午来\nHomePage: https://yanyu.example\nSOCIALPROFILE: x-apple:chen_gl\nALTBDAY: --0810",
        ),
        (
            "android.vcf",
            "陈国梁 采购经理 chen@yanyu.example 3/14 mobile:13800138000 office:0576-88881234 office:0576-81234567",
            "喜欢喝茶\nnickname: Chen\ncontact_event: 2015-06-01",
        ),
        (
            "outlook.vcf",
            "陈国梁 采购经理 采购部 chen@yanyu.example 3/14 mobile:13800138000 office:0576-88881234",
            "喜欢喝茶",
        ),
        (
            "nextcloud.vcf",
            "陈国梁 采购经理 chen@yanyu.example 3/14 mobile:13800138000",
            "喜欢喝茶\nCATEGORIES: 客户,建材",
        ),
        (
            "android-samsung.vcf",
            "陈国梁 采购经理 采购部 chen@yanyu.example 3/14 mobile:13800138000 office:0576-88881234",
            "喜欢喝茶\r\n上午来，走后门，找门卫老李登记\nCUSTOM-EVENT: 开业 2015-06-01",
        ),
        (
            "macos.vcf",
            "陈国梁 采购经理 采购部 chen@yanyu.example 3/14 mobile:13800138000 office:0576-88881234",
            "Assistant: 林芳\nAnniversary: 2015-06-01\nHomePage: https://yanyu.example\nCATEGORIES: 客户",
        ),
        ("xiaomi.vcf", "陈国梁 2/3 mobile:13800138000 mobile:13900139000", "relation: 林芳 助理"),
        (
            "huawei.vcf",
            "陈国梁 采购经理 chen@yanyu.example 3/14 mobile:13800138000 office:0576-88881234",
            "喜欢喝茶\nQQ: 10001\nLUNARBDAY: 1975-02-03",
        ),
    ],
)
def test_cards_of_phones_and_address_books(name: str, people: str, note: str) -> None:
    record = first(name)
    assert (record.name, "|".join(told(record)), "\n".join(record.notes)) == (YANYU, people, note)


def test_a_birthday_by_the_moon_is_one() -> None:
    (person,) = first("xiaomi.vcf").contacts
    assert person.birthday is not None
    assert (person.birthday.calendar, person.birthday.year) == ("lunar", 1975)
