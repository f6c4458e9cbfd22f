// What lists are paged by: each order of a root reads its index in order.

CREATE INDEX organisation_buys_from IF NOT EXISTS FOR (n:Organisation) ON (n.buysFrom);
CREATE INDEX organisation_supplies_from IF NOT EXISTS FOR (n:Organisation) ON (n.suppliesFrom);
CREATE INDEX product_public_from IF NOT EXISTS FOR (n:Product) ON (n.publicFrom);
CREATE INDEX deal_public_from IF NOT EXISTS FOR (n:Deal) ON (n.publicFrom);
CREATE INDEX review_public_from IF NOT EXISTS FOR (n:Review) ON (n.publicFrom);
