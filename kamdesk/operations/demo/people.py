"""People: names of the region, posts of the trade, telephones and birthdays."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

from kamdesk.operations.demo.lists import Entry, texts
from kamdesk.operations.demo.members import Member, Person
from kamdesk.operations.demo.setting import Setting

# How the rep speaks to somebody, where the post gives no word of its own.
YOUNG = "小"
# Which posts are found in which part of a firm that has several.
PARTS = {
    "group": ("总经理",),
    "group_company": ("总经理", "采购经理", "财务主管", "总经理助理"),
    "group_office": ("店长", "采购经理"),
    "group_warehouse": ("仓库主管",),
    "chain": ("总经理", "采购经理", "财务主管"),
    "chain_store": ("店长", "仓库主管"),
}


class Crowd:
    """Draws people; within one account no name comes twice."""

    def __init__(self, setting: Setting, subject: str = "people") -> None:
        self._setting = setting
        self._dice = setting.dice(subject)
        names = texts("names")
        self._surnames = {key: _weighted(names[key]) for key in ("surnames", "surnames_hubei")}
        self._given: Mapping[str, list[str]] = names["given"]

    def staff(self, member: Member) -> list[Person]:
        """The people whom the rep knows at an account: its head first."""
        wanted = PARTS.get(member.part.story)
        posts = [post for post in texts("people")["post"] if member.part.trade in post["trades"]]
        if wanted:
            posts = [post for post in posts if post["title"]["zh"] in wanted]
            return self._distinct([self.person(post, member) for post in posts])
        known = {"A": 1.0, "B": 0.75}.get(member.part.value_class or "A", 0.35)
        chosen = [
            post
            for number, post in enumerate(posts)
            if number == 0 or self._dice.random() * 100 < post["also"] * known
        ]
        return self._distinct([self.person(post, member) for post in chosen])

    def person(self, post: Entry, member: Member) -> Person:
        """Somebody who holds ``post`` at ``member``."""
        dice = self._dice
        woman = dice.random() * 100 < post.get("woman", 18)
        key = "surnames_hubei" if member.place.province == "湖北省" else "surnames"
        surname, latin_surname = dice.choices(*self._surnames[key])[0]
        ages = ("women" if woman else "men") + ("_older" if post["age"] == "older" else "")
        given, latin_given = dice.choice(self._given[ages]).split(" ")
        return Person(
            name=surname + given,
            latin=f"{latin_surname} {latin_given}",
            called=self._called(post, surname, latin_surname, woman),
            post=post,
            woman=woman,
            mobile=self.mobile(),
            direct=self._direct(member),
            wechat=self._wechat(latin_surname, latin_given),
            email=self._email(member, latin_surname, latin_given),
            birthday=self._birthday(post["age"] == "older"),
        )

    def name(self, *, woman: bool = False) -> tuple[str, str]:
        """A name alone, in Chinese and Latin: a colleague."""
        surname, latin_surname = self._dice.choices(*self._surnames["surnames"])[0]
        given, latin_given = self._dice.choice(self._given["women" if woman else "men"]).split(" ")
        return surname + given, f"{latin_surname} {latin_given}"

    def mobile(self) -> str:
        """A mobile number."""
        prefix = self._dice.choice(texts("names")["people"]["mobile"])
        return f"{prefix}{self._dice.randrange(10**8):08d}"

    def _called(self, post: Entry, surname: str, latin: str, woman: bool) -> str:
        if self._setting.language == "en":
            return f"{'Ms' if woman else 'Mr'} {latin}"
        call = post["call"]
        return YOUNG + surname if call == "first" else surname + call

    def _direct(self, member: Member) -> tuple[str, str] | None:
        numbers = [phone for phone in member.phones if phone[2] == "switchboard"]
        if not numbers or self._dice.random() < 0.5:
            return None
        return numbers[0][0], str(self._dice.randint(801, 838))

    def _wechat(self, surname: str, given: str) -> str | None:
        dice = self._dice
        if dice.random() < 0.4:
            return None
        return f"{surname}{given}".lower() + str(dice.choice((dice.randint(60, 99), dice.randint(100, 9999))))

    def _email(self, member: Member, surname: str, given: str) -> str | None:
        if member.part.trade in ("shop", "hardware") or self._dice.random() < 0.8:
            return None
        return f"{surname}.{given}@{member.part.trade}{member.part.number}.example".lower()

    def _birthday(self, older: bool) -> tuple[str, int | None, int, int] | None:
        dice = self._dice
        if dice.random() < 0.5:
            return None
        lunar = dice.random() < (0.6 if older else 0.2)
        year = dice.randint(1962, 1980) if older else dice.randint(1981, 1999)
        day = dice.randint(1, 29 if lunar else 28)
        return "lunar" if lunar else "solar", year if dice.random() < 0.55 else None, dice.randint(1, 12), day

    def _distinct(self, people: list[Person]) -> list[Person]:
        found: dict[str, Person] = {}
        for person in people:
            found.setdefault(person.name, person)
        return list(found.values())


def _weighted(lines: list[str]) -> tuple[list[tuple[str, str]], list[int]]:
    parts = [line.split(" ") for line in lines]
    return [(chinese, latin) for chinese, latin, _ in parts], [int(weight) for _, _, weight in parts]


def standing(dice: random.Random) -> tuple[str, str]:
    """A support and how sure the rep is of the role."""
    support = dice.choices(
        ("mentor", "supporter", "neutral", "non_supporter", "opponent"), (10, 40, 36, 11, 3)
    )[0]
    return support, "confirmed" if dice.random() < 0.6 else "assumed"


def foreigner(dice: random.Random, member: Member, mobile: str) -> Person:
    """A person whose name is not Chinese."""
    people: Mapping[str, Any] = texts("names")["people"]
    name = dice.choice(people["foreign"])
    given, family = name.split(" ", 1)
    post = {
        "title": {"zh": "技术顾问", "en": "technical adviser"},
        "department": {"zh": "技术部", "en": "engineering"},
        "roles": ["technical_buyer"],
        "influence": "political_structure",
    }
    return Person(
        name=name,
        latin="",
        called=given,
        post=post,
        woman=people["foreign_salutation"][name] == "Ms",
        mobile=mobile,
        wechat=f"{given}.{family}".lower(),
        birthday=("solar", 1971, 3, 14),
        salutation=people["foreign_salutation"][name],
    )
