"""Minutes on their way into the store: files that an officer hands in, what is read of them, and loading them.

No web and no Gradio; `minutebook ingest` and the chat's view "Load minutes" share it.
"""
