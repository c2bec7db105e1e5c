"""The options of several commands about a language model: which one, where it is served, how long it may take."""

from __future__ import annotations

import argparse
import os

from assistant.chain.language_model import SECONDS, LanguageModel


def add(parser: argparse.ArgumentParser) -> None:
    """Add the options to a command."""
    worded = parser.add_argument_group("language model")
    worded.add_argument(
        "--model",
        metavar="PROVIDER:NAME",
        default=os.environ.get("MINUTEBOOK_MODEL") or None,
        help="word the answer's lead with a language model, such as ollama:llama3.2, and check it sentence by "
        "sentence; none quotes only (default: $MINUTEBOOK_MODEL, else none)",
    )
    worded.add_argument(
        "--base-url",
        metavar="URL",
        default=os.environ.get("MINUTEBOOK_BASE_URL") or None,
        help="where the model is served, for openai: models of llama.cpp, vLLM and the like "
        "(default: $MINUTEBOOK_BASE_URL; its key is $MINUTEBOOK_API_KEY)",
    )
    worded.add_argument(
        "--model-seconds",
        type=_seconds,
        metavar="S",
        default=SECONDS,
        help="the most seconds that a draft may take; the quotes are given in any case (default: %(default)g)",
    )


def model(args: argparse.Namespace) -> LanguageModel | None:
    """The language model that was asked for, None for none.

    Raises:
        UnknownModel: it is not named as provider:name, or its package is not installed.
    """
    if args.model in (None, "none"):
        return None
    return LanguageModel(args.model, base_url=args.base_url, seconds=args.model_seconds)


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds <= 3600:
        raise argparse.ArgumentTypeError(f"{text} is no time limit: more than 0 and at most 3600 seconds")
    return seconds
