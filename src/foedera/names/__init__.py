"""What things are called, and what each name stands for: the lexicon, and the names in a text."""

from foedera.names.data import data_path
from foedera.names.forms import NameForm, NameMatch
from foedera.names.lexicon import Lexicon, load_lexicon
from foedera.names.slugs import slug

__all__ = ["Lexicon", "NameForm", "NameMatch", "data_path", "load_lexicon", "slug"]
