"""Address cards (vCard 2.1, 3.0, 4.0) as rows: read as phones, mail programs and WeChat write them."""
