"""What is found out, typed into forms that are made from the declarations of `kamdesk.domain.knowledge`."""
