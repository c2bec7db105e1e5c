"""The LangChain room: the chain of an answer, the language model that may word it, the retriever for others.

Nothing outside this folder imports LangChain; what crosses the door are our own records.
"""
