"""`python -m tests.documents` writes anew in every page what the program says there."""

from tests.documents.pages import PAGES
from tests.documents.refreshing import refreshed

if __name__ == "__main__":
    for page in PAGES:
        page.write_text(refreshed(page), encoding="utf-8")
