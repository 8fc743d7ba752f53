"""Results in the formats of other programs: JSON, CSV, workbooks, Markdown, HTML pages and Word documents."""
