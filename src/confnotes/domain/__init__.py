"""What a conference, a note, a footnote and a report are: values and pure functions."""
