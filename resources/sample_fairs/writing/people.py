"""Invented persons: names from parts, phones from a range that looks unassigned."""

import random

from writing.lists import NameParts


class People:
    """Draws names and unique phones from one seeded source."""

    def __init__(self, rng: random.Random, parts: NameParts, first_phone: int) -> None:
        self.rng = rng
        self.parts = parts
        self._phones = list(range(first_phone, first_phone + 40_000))
        rng.shuffle(self._phones)

    def phone(self) -> str:
        """A mobile number 130000xxxxx that nobody else at the fair has."""
        return f"130000{self._phones.pop():05d}"

    def han_name(self) -> str:
        """A Han name of two to four characters."""
        rng = self.rng
        given = self.parts.given
        surname = rng.choice(self.parts.double_surnames) if rng.random() < 0.02 else self._surname()
        if rng.random() < 0.24:
            return surname + rng.choice(given)
        return surname + "".join(rng.sample(given, 2))

    def _surname(self) -> str:
        names = self.parts.surnames
        # The commonest stand first: the product of two draws prefers them.
        return names[int(self.rng.random() * self.rng.random() * len(names))]

    def uyghur_name(self) -> str:
        """A given name, a middle dot, the father's name."""
        return f"{self.rng.choice(self.parts.uyghur_given)}·{self.rng.choice(self.parts.uyghur_father)}"

    def latin_name(self) -> str:
        """A name in Latin letters, plainly a sample."""
        return f"{self.rng.choice(self.parts.latin_given)} {self.rng.choice(self.parts.latin_surnames)}"

    def name(self) -> str:
        """Any name, in roughly the mixture that a fair in Beijing sees."""
        draw = self.rng.random()
        if draw < 0.012:
            return self.uyghur_name()
        if draw < 0.018:
            return self.rng.choice(self.parts.single_names)
        if draw < 0.026:
            return self.latin_name()
        return self.han_name()
