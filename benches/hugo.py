#!/usr/bin/env python3
"""Makes a Hugo site of the same text as a guide, to compare with.

    benches/hugo.py GUIDE SITE FOLDER

GUIDE is a guide with one municipality (see guide.py), SITE what `wegwijs build --no-binder` made of it, FOLDER where the
Hugo site goes. Needs PyYAML.

Rules, chapters, situations and the home page are made by Hugo, from front matter and Markdown with the templates in
`benches/hugo/`: the same landmarks, headings, icons and lists as ours. Their facts are filled in here, and links are
resolved here, so Hugo has less to do. All other pages (notices, the page with every example, words, help, the page to
compose a binder with, ...) are given to Hugo as finished HTML, to put into its frame. So the number of pages is the same.
"""

import json
import re
import shutil
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
LANGUAGES = {"nl": ("Nederlands", "ltr"), "en": ("English", "ltr"), "ar": ("العربية", "rtl")}
ICONS = HERE.parent / "themes/default/icons"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def interface(language: str) -> dict[str, str]:
    """The interface's words: the messages of one line."""
    text = (HERE.parent / f"locales/{language}/interface.ftl").read_text()
    found = re.findall(r"(?m)^([a-z_]+) = (\S.*)$", text)
    return {key: re.sub(r"\{ \$(\w+) \}", r"{{ .\1 }}", value) for key, value in found if '"' not in value}


class Language:
    """The guide in one language, as machines read it."""

    def __init__(self, guide: Path, site: Path, language: str) -> None:
        self.guide, self.site, self.language = guide, site / language, language
        self.words = interface(language)
        self.data = json.loads((site / language / "rules.json").read_text())
        self.facts = {fact["id"]: fact for fact in self.data["facts"]}
        self.rules = {rule["id"]: rule for rule in self.data["rules"]}
        glossary = yaml.load((guide / "content/glossary.yaml").read_text(), LOADER)
        self.glossary = {name: {part: entry[part][language] for part in ("word", "explanation")} for name, entry in glossary.items()}

    def text(self, markdown: str) -> str:
        """Markdown with its facts filled in and its links resolved."""
        place = self.data["municipality"]

        def value(hit: re.Match) -> str:
            name = hit.group(1).split(":")[0]
            if name == "municipality-name":
                return place["name"]
            if name.startswith("municipality-"):
                return place["contacts"][name.removeprefix("municipality-")]
            return self.facts[name]["text"]

        filled = re.sub(r"\{([a-z][a-z0-9:-]*)\}", value, markdown)
        filled = re.sub(r"\]\(rule:([^)#]*)", rf"](/{self.language}/\1/", filled)
        return re.sub(r"\]\(term:([^)]*)\)", rf"](/{self.language}/words/#\1)", filled)

    def within(self, within: dict | None) -> str:
        """By when, in words."""
        if not within:
            return ""
        if within["kind"] == "fact":
            return re.sub(r"\{\{.*\}\}", self.facts[within["fact"]]["text"], self.words["within_duration"])
        return self.words["within_" + within["kind"].replace("-", "_")]

    def rule(self, rule: dict, weight: int) -> tuple[dict, str]:
        """Front matter and Markdown of a rule."""
        file = self.guide / "content/rules" / rule["id"] / f"{self.language}.md"
        head, body = file.read_text().removeprefix("---\n").split("\n---\n", 1)
        own = yaml.load(head, LOADER)
        facts = [self.facts[name] for name in rule["facts"] if name in self.facts]
        sections = re.findall(r"(?s)<section.*?</section>", (self.site / rule["id"] / "index.html").read_text())
        near = next((part for part in sections if f"<h2>{self.words['rights_near']}</h2>" in part), "")
        front = {
            "title": own["title"], "description": rule["answer"]["text"], "weight": weight,
            "sheet": rule["sheet"], "kind": rule["kind"], "answer": self.text(own["answer"]), "situations": rule["situations"], "routes": rule["routes"],
            "within": self.within(rule.get("within")),
            "examples": [
                {"id": one["id"], "outcome": one["outcome"], "within": self.within(one.get("within")),
                 "situations": one["situations"]} | {part: self.text(text) for part, text in own["examples"][one["id"]].items()}
                for one in rule["examples"]],
            "steps": [self.text(step) for step in own.get("steps", [])],
            "proof": self.text(own.get("proof", "")), "consequence": self.text(own.get("consequence", "")),
            "law": [{"label": one["label"], "address": one["address"]} for one in rule["law"]],
            "facts": [{"label": fact["label"]["text"], "local": fact["local"], "value": fact["text"], "since": fact.get("since"),
                       "law": "; ".join(one["label"] for one in fact.get("law", []))} for fact in facts],
            "coming": [{"date": fact["coming"]["from"], "note": f"{fact['label']['text']}: {fact['text']} → {fact['coming']['text']}"}
                       for fact in facts if "coming" in fact],
            "history": [{"date": one["on"], "note": one["note"]["text"]} for one in rule["history"]],
            "version": rule["version"], "checked": rule["review"]["on"], "next": rule["review"]["next"],
            "related": ["/" + name for name in rule["related"]],
            "rights": ["/" + name for name in re.findall(r'href="(?:\.\./)+([^"#]+)/"', near)],
            "terms": [self.glossary[name] for name in dict.fromkeys(re.findall(r"\(term:([^)]*)\)", head + body))],
        }
        return front, self.text(re.sub(r"(?m)^## ", "### ", body))


def write(file: Path, front: dict, body: str = "") -> None:
    """A content file. Front matter is JSON, which Hugo reads faster than YAML."""
    file.parent.mkdir(parents=True, exist_ok=True)
    front = {key: value for key, value in front.items() if value not in (None, "", [])}
    file.write_text(json.dumps(front, ensure_ascii=False) + "\n\n" + body)


def write_language(guide: Path, site: Path, language: str, folder: Path) -> dict:
    """All content of a language; gives what the configuration says about it."""
    own = Language(guide, site, language)
    data = own.data
    content = folder / "content" / language
    made = {""}
    for order, chapter in enumerate(data["chapters"], 1):
        made.add(chapter["id"])
        write(content / chapter["id"] / "_index.md", {"title": chapter["title"]["text"], "weight": order, "letter": chapter["letter"],
                                                      "introduction": chapter["introduction"]["text"]})
        for weight, name in enumerate(chapter["rules"], 1):
            made.add(name)
            write(content / f"{name}.md", *own.rule(own.rules[name], weight))
    for order, situation in enumerate(data["situations"], 1):
        name = f"situations/{situation['id']}"
        made.add(name)
        write(content / name / "_index.md", {"title": situation["label"]["text"], "weight": order})
    pages = sorted((site / language).rglob("index.html"))
    for page in pages:
        name = page.parent.relative_to(site / language).as_posix().removeprefix(".")
        main = re.search(r"(?s)<main[^>]*>(.*?)</main>", page.read_text()).group(1)
        if name == "":
            parts = [part for part in re.findall(r"(?s)<section.*?</section>", main) if 'class="changes"' in part]
            front = {"title": data["title"]["text"], "description": data["description"]["text"]}
            write(content / "_index.html", front, "\n".join(parts))
        elif name not in made:
            title = re.sub(r"<[^>]*>", "", re.search(r"(?s)<h1[^>]*>(.*?)</h1>", main).group(1))
            front = {"title": title, "layout": "copied"}
            if any(other.parent.parent == page.parent for other in pages):
                write(content / name / "_index.html", front, main)
            elif "/" in name and not (page.parent.parent / "index.html").exists():
                # Hugo would make a page for the folder too, which ours does not have.
                write(content / f"{name.replace('/', '-')}.html", front | {"url": f"/{language}/{name}/"}, main)
            else:
                write(content / f"{name}.html", front, main)
    (folder / "i18n").mkdir(exist_ok=True)
    (folder / f"i18n/{language}.yaml").write_text(json.dumps(own.words, ensure_ascii=False, indent=1))
    place, contacts = data["municipality"], dict(data["municipality"]["contacts"])
    for way in ("desk", "post"):
        contacts[way] = "{street}, {postcode} {place}".format(**contacts[way])
    site_file = yaml.load((guide / "content/site.yaml").read_text(), LOADER)
    return {
        "contentDir": f"content/{language}", "title": data["title"]["text"], "weight": list(LANGUAGES).index(language) + 1,
        "params": {
            "lang": language, "name": LANGUAGES[language][0], "dir": LANGUAGES[language][1], "notice": data["notice"]["text"],
            "municipality": place["name"], "organisation": place["organisation"]["text"], "contacts": contacts,
            "hours": [one["text"] for one in contacts.pop("hours")], "most_asked": ["/" + name for name in site_file["most_asked"]],
            "support": [{"name": one["name"], "about": one["about"]["text"], "phone": one["phone"]} for one in place["support"]],
        },
    }


def convert(guide: Path, site: Path, folder: Path) -> None:
    """Writes the Hugo site into `folder`, which must not exist."""
    shutil.copytree(HERE / "hugo", folder)
    for icon in ICONS.glob("*.svg"):
        text = icon.read_text().strip().replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1)
        partial = folder / f"layouts/partials/icons/{icon.stem}.html"
        partial.parent.mkdir(exist_ok=True)
        partial.write_text(text)
    for asset in ("style", "page", "icon"):
        for file in (site / "assets").glob(f"{asset}.*"):
            target = folder / "static/assets" / (asset + file.suffix)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    config = {
        "baseURL": "https://wegwijs.example/", "defaultContentLanguage": "nl", "defaultContentLanguageInSubdir": True,
        # Newer Hugos take finished HTML as content only when told so.
        "security": {"allowContent": [".*"]}, "ignoreErrors": ["error-disable-taxonomy"],
        # Links are resolved: Hugo need not look them up again.
        "markup": {"goldmark": {"renderHooks": {"link": {"useEmbedded": "never"}, "image": {"useEmbedded": "never"}}}},
        "disableKinds": ["taxonomy", "RSS"], "taxonomies": {"situation": "situations"},
        "languages": {one: write_language(guide, site, one, folder) for one in LANGUAGES},
    }
    (folder / "hugo.json").write_text(json.dumps(config, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    convert(*map(Path, sys.argv[1:]))
