"""The assistant judged against question sets; write `from eval.run import ...`, as `eval` is a builtin."""
