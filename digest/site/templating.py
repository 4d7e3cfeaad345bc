"""The template engine of all pages: Jinja for values that are decoded JSON, made fast for pages by the hundred thousand."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import MutableMapping
from contextlib import suppress
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Undefined
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Expr
from markupsafe import Markup
from markupsafe import escape as escape_any

TEMPLATES = Path(__file__).parent / "templates"
TEXTS_KEPT = 8192
"""Escaped texts that are remembered: names, times and labels stand many times on a page and on many pages."""


def templates() -> Environment:
    """The engine for the templates of ``templates/``: everything escaped, missing fields are faults."""
    return DataEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(),
    )


class _Code(CodeGenerator):
    """Writes what is printed as plain escaped text: the engine's own way makes an object of it first, and a page has 200."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("escaped(")

    def write_commons(self) -> None:
        """Names that every function of a template has at hand, and that of the escaping among them."""
        super().write_commons()
        self.writeline("escaped = environment.escaped")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 - theirs
        """A call of a macro or function as such; the engine's own looks first whether it asks for the context, and none does."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


class DataEnvironment(Environment):
    """A template engine whose values are decoded JSON: ``page.items`` is the field, never the method of a dictionary."""

    code_generator_class = _Code

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a record, without first failing to find an attribute; this halves the time a page takes."""
        if type(obj) is dict:
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One dictionary of what all templates know; the engine's own chain of two is copied slowly for each page."""
        return {**self.globals, **(d or {})}

    @staticmethod
    def escaped(value: Any) -> str:
        """``value`` as it is printed: what is HTML already stays, all else is escaped."""
        if type(value) is str:
            return _escaped_text(value)
        if type(value) is Markup:
            return value
        if type(value) is float:
            return str(value)
        if type(value) is Undefined:  # an `if` without `else`; what a page lacks is a StrictUndefined and a fault
            return ""
        return str(value) if type(value) is int else escape_any(value)


_escaped_text = lru_cache(TEXTS_KEPT)(escape)


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates in ``templates/__pycache__``, as Python keeps its modules; where it may not write there, nowhere.

    A file is of one version of Python, and what it holds counts only for the same source, engine, options and rules of this module.
    """

    def __init__(self) -> None:
        self._folder = TEMPLATES / "__pycache__"
        self._rules = jinja2.__version__.encode() + Path(__file__).read_bytes()

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The place of a compiled template; what was compiled by other rules, escaping above all, is never taken for it."""
        rules = (type(environment), environment.autoescape, environment.trim_blocks, environment.lstrip_blocks)
        return super().get_bucket(environment, name, filename or "", f"{rules}\n{source}")

    def get_source_checksum(self, source: str) -> str:
        """What a compiled template must have been made from."""
        return hashlib.sha256(self._rules + source.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read what was compiled before."""
        try:
            with self._file(bucket).open("rb") as file:
                bucket.load_bytecode(file)
        except (OSError, EOFError, ValueError, TypeError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled; the file appears at once or not at all."""
        file = self._file(bucket)
        made = file.with_suffix(f".{os.getpid()}")
        try:
            self._folder.mkdir(exist_ok=True)
            made.write_bytes(bucket.bytecode_to_string())
            made.replace(file)
        except OSError:
            with suppress(OSError):
                made.unlink()

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.{sys.implementation.cache_tag}.jinja"
