"""Writing of `config.toml`: a commented start, and single settings changed with everything else left as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from givequest.domain.settings import LATEST_DAY_START
from givequest.domain.toml import parse_toml


def commented_config(keys: Mapping[str, str], core: Iterable[str]) -> str:
    """Return a config file with every setting explained and commented out.

    `keys` are the default ones by action, `core` the kinds that are on the board where nothing is said of it.
    """
    text = Path(__file__).with_name("template.toml").read_text(encoding="utf-8")
    text = text.replace("{latest}", f"{LATEST_DAY_START:%H:%M}")
    text = text.replace("#core = []", f"#core = [{', '.join(map(quoted, core))}]")
    width = max(map(len, keys), default=0) + 2
    rows = (f"#{quoted(action):<{width}} = {quoted(key)}\n" for action, key in keys.items())
    return text + "".join(rows)


def changed_config(text: str, key: str, value: str | int | bool) -> str:
    """Return the text of a config file with one top-level setting changed; comments and order stay.

    A setting that stands there commented out is put to use in its place. Raises
    `ValueError`, a sentence, when the text is not TOML.
    """
    import tomlkit

    wanted = {**parse_toml(text.encode())[0], key: value}
    if key not in parse_toml(text.encode())[0]:
        line = re.search(rf"^#[ \t]?{re.escape(key)}[ \t]*=[^\n]*$", text, re.MULTILINE)
        if line is not None:
            changed = f"{text[: line.start()]}{key} = {tomlkit.item(value).as_string()}{text[line.end() :]}"
            if _holds(changed, wanted):
                return changed
    document = tomlkit.parse(text)
    document[key] = value
    changed = tomlkit.dumps(document)
    if "\r\n" in text and not re.search(r"(?<!\r)\n", text):
        changed = re.sub(r"(?<!\r)\n", "\r\n", changed)
    if not _holds(changed, wanted):
        raise ValueError(f"{key} is written there in a way the app can't edit; change it by hand.")
    return changed


def _holds(text: str, wanted: Mapping[str, Any]) -> bool:
    try:
        return parse_toml(text.encode())[0] == wanted
    except ValueError:
        return False


def quoted(text: str) -> str:
    """Return a text as TOML has it in quotation marks; it holds no line ends."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
