// Keys of the months of spend lists.

CREATE CONSTRAINT spend_month_id IF NOT EXISTS FOR (n:SpendMonth) REQUIRE n.id IS UNIQUE;
