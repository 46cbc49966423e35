# -*- coding: utf-8 -*-
"""Start or test the lab with nothing but Python: `python tools/bootstrap.py run --port 8501`.

This file keeps to words that every Python since 2.7 can read, so that one that is too old
can still be told so in a sentence. Everything else is in environment.py beside it.
"""

from __future__ import unicode_literals

import os
import sys

OLDEST = (3, 11)
SENTENCES = {
    "en": "The lab needs Python 3.11 or newer, and {} is {}.{}: install a newer one, then try again.\n",
    "zh": "本实验室需要 Python 3.11 或更新的版本，而 {} 是 {}.{}；请安装新版本后再试。\n",
}

if __name__ == "__main__":
    if sys.version_info < OLDEST:
        chosen = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
        spoken = "zh" if chosen.startswith("zh") else "en"
        sentence = SENTENCES[spoken].format(sys.executable, *sys.version_info[:2])
        getattr(sys.stderr, "buffer", sys.stderr).write(sentence.encode("utf-8"))
        sys.exit(1)
    from environment import main

    sys.exit(main(sys.argv[1:]))
