#!/usr/bin/env python3
"""Makes a guide of any size, to measure with: the same arguments give the same files.

    benches/guide.py FOLDER [--rules 3334] [--chapters 60] [--languages nl,en,ar] [--municipalities 1] [--seed 1]
                           [--words 450] [--program WEGWIJS]

The guide holds the example guide of `content/` and more rules, chapters and municipalities beside it. Texts are drawn
from the example guide's own paragraphs and from `sentences.txt`, so that words come as often as in a real guide. With
--program the translations are recorded, as `translate accept --all` does; without it they all count as not recorded.
"""

import argparse
import random
import re
import shutil
import string
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("nl", "en", "ar")
SITUATIONS = ("money gift car partner housemate children work volunteering abroad moving illness waiting costs debts "
              "letter help inheritance").split()
OUTCOMES = ("allowed", "no-report", "report-now", "ask-first", "apply", "not-allowed")
LAWS = ("Pw 17.1", "Pw 31.2.m", "Pw 34.2.a", "Pw 34.3", "Pw 35", "Pw 18.8", "Awb 4:13", "Awb 6:7", "Wmo 2.2.4")
# One in so many chapters has an amount with another value on 1 January.
CHANGING = 20


def three(*texts: str) -> dict[str, str]:
    """A text in all languages."""
    return dict(zip(LANGUAGES, texts))


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def flow(text: dict[str, str], languages: list[str]) -> str:
    """A text per language as a YAML value on one line."""
    return "{" + ", ".join(f"{one}: {quoted(text[one])}" for one in languages) + "}"


@dataclass
class Pool:
    """Texts to draw from, each in all languages."""

    kinds: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    paragraphs: list[dict[str, str]] = field(default_factory=list)
    pairs: list[tuple[str, dict[str, str], dict[str, str]]] = field(default_factory=list)


def read_pool() -> Pool:
    """The sentences of sentences.txt and of the example guide."""
    pool = Pool()
    kind: list[dict[str, str]] = []
    for block in re.split(r"\n\n+", (ROOT / "benches/sentences.txt").read_text()):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines and lines[0].startswith("== "):
            kind = pool.kinds.setdefault(lines.pop(0)[3:], [])
        if lines:
            assert len(lines) == 3, lines
            kind.append(three(*lines))
    for rule in sorted(path.parent for path in (ROOT / "content/rules").glob("*/*/rule.yaml")):
        read_rule(rule, pool)
    return pool


def usable(texts: list[str]) -> bool:
    """Whether texts say all on their own: without a norm, which needs its day beside it, without a list to come, and with
    the Dutch word behind each link of a translation to the glossary."""
    if any("{norm" in text or text.endswith(":") for text in texts):
        return False
    return not any(re.search(r"\]\(term:[^)]*\)(?! \()", text) for text in texts[1:])


def read_rule(rule: Path, pool: Pool) -> None:
    """Adds what a rule of the example guide says in all languages."""
    texts = [(rule / f"{one}.md").read_text() for one in LANGUAGES]
    bodies = [re.split(r"\n\n+", text.split("\n---\n", 1)[1].strip()) for text in texts]
    if len({len(body) for body in bodies}) == 1:
        for block in zip(*bodies):
            if not re.match(r"[#>|*-]|\d+\. ", block[0]) and usable(list(block)):
                pool.paragraphs.append(three(*(" ".join(text.split()) for text in block)))
    outcomes = re.findall(r"(?m)^  ([a-z-]+): \{outcome: ([a-z-]+)", (rule / "rule.yaml").read_text())
    for name, outcome in outcomes:
        found = [re.search(rf"(?m)^  {name}:\n    situation: (.*)\n    meaning: (.*)$", text) for text in texts]
        if all(found) and outcome in OUTCOMES and usable([hit.group(0) for hit in found]):
            situation, meaning = ([hit.group(part).strip('"') for hit in found] for part in (1, 2))
            pool.pairs.append((outcome, three(*situation), three(*meaning)))


class Writer:
    """Draws texts for one guide."""

    def __init__(self, seed: int, pool: Pool, languages: list[str]) -> None:
        self.random = random.Random(seed)
        self.pool = pool
        self.languages = languages
        self.titles: set[str] = set()

    def fill(self, text: dict[str, str], facts: dict[str, str]) -> dict[str, str]:
        """Puts words, and the names of facts, in their places."""
        filled = dict(text)
        for slot in re.findall(r"\b[A-Z]{4,}\b", text["nl"]):
            if slot in self.pool.kinds:
                value = self.random.choice(self.pool.kinds[slot])
            else:
                fact = facts[slot]
                value = {one: f"{{{fact}:after}}" if slot == "TERM" else f"{{{fact}}}" for one in LANGUAGES}
            for one in LANGUAGES:
                filled[one] = filled[one].replace(slot, value[one])
        # Items of a list begin as they are written.
        return {one: said[0].upper() + said[1:] if said[-1] != ";" else said for one, said in filled.items()}

    def draw(self, kind: str, facts: dict[str, str]) -> dict[str, str]:
        return self.fill(self.random.choice(self.pool.kinds[kind]), facts)

    def title(self, kind: str) -> dict[str, str]:
        """A title that no other rule or chapter has."""
        while True:
            title = self.draw(kind, {})
            if title["nl"] not in self.titles and max(map(len, title.values())) <= 60:
                self.titles.add(title["nl"])
                return title

    def example(self, facts: dict[str, str]) -> tuple[str, dict[str, str], dict[str, str]]:
        """An outcome, a situation and what it means."""
        if self.random.random() < 0.3:
            return self.random.choice(self.pool.pairs)
        outcome = self.random.choice(OUTCOMES)
        return outcome, self.draw("situation", facts), self.draw(f"meaning {outcome}", facts)

    def paragraph(self, facts: dict[str, str]) -> dict[str, str]:
        if self.random.random() < 0.3:
            return self.random.choice(self.pool.paragraphs)
        drawn = [self.fill(one, facts) for one in self.random.sample(self.pool.kinds["body"], self.random.randint(3, 5))]
        return {one: " ".join(said[one] for said in drawn) for one in LANGUAGES}

    def body(self, words: int, facts: dict[str, str], others: list[str]) -> dict[str, list[str]]:
        """Blocks of Markdown with about so many Dutch words."""
        blocks: dict[str, list[str]] = {one: [] for one in LANGUAGES}

        def add(text: dict[str, str], before: str = "") -> None:
            for one in LANGUAGES:
                blocks[one].append(before + text[one])

        headings = self.random.sample(self.pool.kinds["heading"], len(self.pool.kinds["heading"]))
        while sum(len(block.split()) for block in blocks["nl"]) < words - 25:
            if headings and len(blocks["nl"]) % 3 == 0:
                add(headings.pop(), "## ")
            add(self.paragraph(facts))
            chance = self.random.random()
            if chance < 0.25:
                items = [self.draw("item", facts) for _ in range(3)]
                add({one: "\n".join(f"- {item[one]}" for item in items) for one in LANGUAGES})
            elif chance < 0.32:
                add(self.draw("note", facts), "> ")
            elif chance < 0.5 and others:
                other = self.random.choice(others)
                add(three(f"Lees ook [wat er nog meer geldt](rule:{other}).", f"Also read [what else matters](rule:{other}).",
                          f"يمكنك أيضا قراءة [ما يسري أيضا](rule:{other})."))
        return blocks


def chapter_facts(number: int, draw: random.Random, languages: list[str]) -> tuple[str, dict[str, str]]:
    """The amount, the term and the share of a chapter as YAML, and the name for each place."""
    names = {"MONEY": f"amount-{number}", "TERM": f"term-{number}", "SHARE": f"share-{number}"}
    labels = {
        "MONEY": three(f"Bedrag {number} dat niet meetelt", f"Amount {number} that does not count", f"المبلغ {number} الذي لا يحسب"),
        "TERM": three(f"Tijd {number} om het te vertellen", f"Time {number} to tell us", f"المدة {number} للإبلاغ"),
        "SHARE": three(f"Deel {number} dat u houdt", f"Part {number} that you keep", f"النسبة {number} التي تبقى لك"),
    }
    amount = draw.randrange(100, 5000, 25)
    values = {
        "MONEY": ("money", [("2024-01-01", amount - 25), ("2025-07-01", amount)]),
        "TERM": (draw.choice(["days", "weeks"]), [("2024-01-01", draw.randint(2, 28))]),
        "SHARE": ("percent", [("2024-01-01", draw.randint(5, 95))]),
    }
    if number % CHANGING == 17:
        values["MONEY"][1].append(("2027-01-01", amount + 15))
    text = ""
    for slot, (kind, dated) in values.items():
        text += f"\n{names[slot]}:\n  kind: {kind}\n  label: {flow(labels[slot], languages)}\n"
        text += f"  law: [{draw.choice(LAWS)}]\n  values:\n"
        text += "".join(f"    - {{from: {day}, value: {value}}}\n" for day, value in dated)
    return text, names


def write_rule(folder: Path, writer: Writer, sheet: str, facts: dict[str, str], others: list[str], words: int) -> None:
    """One rule with three examples, in all languages."""
    folder.mkdir(parents=True)
    draw = writer.random
    examples = [("allowed", *(writer.draw(kind, facts) for kind in ("situation", "meaning allowed")))]
    examples += [writer.example(facts) for _ in range(2)]
    situations = draw.sample(SITUATIONS, 2)
    lines = [f"kind: {draw.choice(['right', 'procedure', 'right'])}", f"sheet: {sheet}", f"situations: [{', '.join(situations)}]",
             f"law: [{', '.join(draw.sample(LAWS, draw.randint(1, 3)))}]", "routes: [form, phone, email, desk, post]", "examples:"]
    for number, (outcome, _, _) in enumerate(examples, 1):
        within = f", within: {facts['TERM']}" if outcome == "report-now" else ""
        lines.append(f"  example-{number}: {{outcome: {outcome}{within}, situations: [{draw.choice(situations)}]}}")
    lines.append("review: {written_by: policy-income, checked_by: quality, on: 2026-10-01, next: 2027-01-01}")
    if others:
        lines.append(f"related: [{', '.join(dict.fromkeys(draw.choice(others) for _ in range(3)))}]")
    (folder / "rule.yaml").write_text("\n".join(lines) + "\n")

    title, answer = writer.title("title"), writer.draw("answer", facts)
    steps = [writer.fill(step, facts) for step in draw.sample(writer.pool.kinds["step"], 4)]
    proof, consequence = writer.draw("proof", facts), writer.draw("consequence", facts)
    head = [title, answer, proof, consequence, *steps, *(text for example in examples for text in example[1:])]
    body = writer.body(words - sum(len(text["nl"].split()) for text in head), facts, others)
    for one in writer.languages:
        lines = ["---", f"title: {quoted(title[one])}", f"answer: {quoted(answer[one])}", "examples:"]
        for number, (_, situation, meaning) in enumerate(examples, 1):
            lines += [f"  example-{number}:", f"    situation: {quoted(situation[one])}", f"    meaning: {quoted(meaning[one])}"]
        lines += ["steps:", *(f"  - {quoted(step[one])}" for step in steps)]
        lines += [f"proof: {quoted(proof[one])}", f"consequence: {quoted(consequence[one])}", "---"]
        (folder / f"{one}.md").write_text("\n".join(lines) + "\n" + "\n\n".join(body[one]) + "\n")


def write_municipality(folder: Path, number: int, draw: random.Random, languages: list[str]) -> None:
    """An invented municipality with its contacts and its values for the local facts."""
    folder.mkdir(parents=True)
    name = f"Gemeente {number:03}"
    site = f"https://www.gemeente-{number:03}.example/"
    phone = f"0{draw.randint(10, 79)} 000 {number // 100:02} {number % 100:02}"
    opens, shuts = draw.choice(["8.30", "9.00"]), draw.choice(["16.00", "16.30", "17.00"])
    hours = three(f"Bellen kan van maandag tot en met vrijdag van {opens} tot {shuts} uur.",
                  f"You can call from Monday to Friday, from {opens.replace('.', ':')} to {shuts.replace('.', ':')}.",
                  f"يمكنك الاتصال من الاثنين إلى الجمعة، من {opens.replace('.', ':')} إلى {shuts.replace('.', ':')}.")
    about = three("Gratis hulp van iemand die niet voor de gemeente werkt. Deze persoon gaat ook mee naar een gesprek.",
                  "Free help from someone who does not work for the municipality. This person can also come with you to a meeting.",
                  "مساعدة مجانية من شخص لا يعمل لدى البلدية. يمكنه أيضا مرافقتك إلى اللقاء.")
    organisation = three(f"Team Inkomen {name}", f"Income Team (Team Inkomen {name})", f"فريق الدخل (Team Inkomen {name})")
    supplement = draw.randrange(300, 600, 5)
    later = f"\n    - {{from: 2026-01-01, value: {supplement}}}\n    - {{from: 2027-01-01, value: {supplement + 15}}}"
    text = f"""name: {name}
organisation: {flow(organisation, languages)}
contacts:
  phone: {phone}
  email: inkomen@gemeente-{number:03}.example
  website: {site}
  form: {site}wijziging
  desk: {{street: Raadhuisplein {number}, postcode: 0000 AA, place: {name}}}
  post: {{street: Postbus {number}, postcode: 0000 AB, place: {name}}}
  hours: {flow(hours, languages)}
support:
  - name: Steunpunt {number:03}
    phone: {phone[:-2]}{(number + 1) % 100:02}
    website: https://www.steunpunt-{number:03}.example/
    about: {flow(about, languages)}
  - name: Buurthuis {number:03}
    phone: {phone[:-2]}{(number + 2) % 100:02}
    about: {flow(about, languages)}
ombudsman: {{name: Ombudsman {number // 20}, phone: 010 000 00 19}}
house_style:
  colours: {{primary: "#{draw.randrange(32, 96):02x}{draw.randrange(16, 64):02x}{draw.randrange(32, 128):02x}", on-primary: "#ffffff"}}
facts:
  report-within: {draw.randint(5, 28)}
  abroad-notice: {draw.randint(7, 28)}
  car-value: {draw.randrange(2000, 8000, 250)}
  income-supplement-single: {later if number % 10 == 4 else supplement}
  income-supplement-couple: {supplement + 200}
  income-supplement-years: {draw.randint(3, 5)}
  repay-monthly: {draw.randint(3, 6)}
  payday: {draw.randint(1, 28)}
"""
    (folder / "municipality.yaml").write_text(text)


def write_overlay(folder: Path, writer: Writer) -> None:
    """A municipality's own words in a rule."""
    folder.mkdir(parents=True)
    answer = writer.draw("answer", {"MONEY": "car-value", "TERM": "report-within", "SHARE": "repay-monthly"})
    consequence = writer.draw("consequence", {"TERM": "report-within"})
    for one in writer.languages:
        (folder / f"{one}.md").write_text(f"---\nanswer: {quoted(answer[one])}\nconsequence: {quoted(consequence[one])}\n---\n")


def copy_example(content: Path, languages: list[str]) -> list[str]:
    """Copies the example guide without its municipalities, and without most of its history: each entry makes a page."""
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("translations.lock", "municipalities"))
    site = content / "site.yaml"
    site.write_text(re.sub(r"(?m)^languages: .*$", f"languages: [{', '.join(languages)}]", site.read_text()))
    for one in set(LANGUAGES) - set(languages):
        for file in content.rglob(f"{one}.md"):
            file.unlink()
        for file in content.rglob("*.yaml"):
            text = re.sub(rf"(?m)^ +{one}: .*\n", "", file.read_text())
            file.write_text(re.sub(rf", {one}: [^}}]*\}}", "}", text))
    names = []
    for file in sorted(content.glob("rules/*/*/rule.yaml")):
        names.append("/".join(file.parts[-3:-1]))
        if len(names) > 3:
            file.write_text(re.sub(r"(?m)^history:\n( .*\n)+", "", file.read_text()))
    return names


def generate(folder: Path, *, rules: int, chapters: int, languages: list[str], municipalities: int, seed: int, words: int = 450) -> None:
    """Writes a guide into `folder`, which must not have a `content` folder yet."""
    content = folder / "content"
    known = copy_example(content, languages)
    extra = rules - len(known)
    count = chapters - len(list((content / "rules").iterdir()))
    if extra < count or count < 1 or municipalities < 1:
        raise SystemExit("at least 10 chapters, a rule for each, 17 rules more than that, and one municipality")
    writer = Writer(seed, read_pool(), languages)
    letters = [a + b for a in string.ascii_uppercase for b in string.ascii_uppercase]
    facts_text = (content / "facts.yaml").read_text()
    for number in range(count):
        name = f"chapter-{number + 1:02}"
        chapter = content / "rules" / name
        chapter.mkdir()
        (chapter / "chapter.yaml").write_text(
            f"order: {100 + number}\nletter: {letters[number]}\ntitle: {flow(writer.title('chapter'), languages)}\n"
            f"introduction: {flow(writer.draw('introduction', {}), languages)}\n")
        text, facts = chapter_facts(number + 1, writer.random, languages)
        facts_text += text
        for index in range(extra // count + (number < extra % count)):
            # Links lead to rules of the same chapter and to those of the example guide.
            others = writer.random.sample(known[:17], 3) + known[max(17, len(known) - 10):]
            write_rule(chapter / f"rule-{index + 1:02}", writer, f"{letters[number]}{index + 1}", facts, others, words)
            known.append(f"{name}/rule-{index + 1:02}")
    (content / "facts.yaml").write_text(facts_text)
    for number in range(1, municipalities + 1):
        place = content / "municipalities" / f"gemeente-{number:03}"
        write_municipality(place, number, writer.random, languages)
        if number % 10 == 5:
            write_overlay(place / "rules" / writer.random.choice(known[17:]), writer)


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes a guide of any size, to measure with.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rules", type=int, default=3334)
    parser.add_argument("--chapters", type=int, help="60, or fewer if there are few rules")
    parser.add_argument("--languages", type=lambda text: text.split(","), default=list(LANGUAGES))
    parser.add_argument("--municipalities", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", type=int, default=450, help="words of a rule's Dutch text")
    parser.add_argument("--program", help="the wegwijs that records the translations")
    options = vars(parser.parse_args())
    folder, program = options.pop("folder"), options.pop("program")
    options["chapters"] = options["chapters"] or min(60, 9 + max(1, (options["rules"] - 17) // 5))
    generate(folder, **options)
    if program:
        subprocess.run([program, "translate", "accept", "--all", "--dir", str(folder)], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
