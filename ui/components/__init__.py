"""Small parts of a page that live in the browser: the chart, the keys, the ordering list, the page itself."""
