alter table products add unique (sku), add foreign key (category_id) references categories;
alter table customers add foreign key (region_id) references regions;
alter table orders add primary key (id), add foreign key (customer_id) references customers, add foreign key (store_id) references stores,
    add check (status in ('processing', 'shipped', 'delivered', 'cancelled')), add check (channel in ('web', 'phone', 'in store'));
alter table order_items add primary key (id), add foreign key (order_id) references orders, add foreign key (product_id) references products,
    add check (quantity > 0);
alter table payments add primary key (id), add foreign key (order_id) references orders, add check (status in ('paid', 'open', 'refunded'));
alter table returns add primary key (id), add foreign key (order_item_id) references order_items,
    add foreign key (order_id) references orders, add foreign key (product_id) references products;
alter table stock add foreign key (store_id) references stores, add foreign key (product_id) references products;

create index orders_by_day on orders (ordered_at);
create index orders_by_customer on orders (customer_id);
create index orders_by_store on orders (store_id);
create index order_items_by_order on order_items (order_id);
create index order_items_by_product on order_items (product_id);
create index payments_by_order on payments (order_id);
create index returns_by_product on returns (product_id);

comment on table regions is 'Sales regions; the web shop is a region of its own';
comment on table stores is 'The web shop and the shops in town';
comment on column stores.square_metres is 'Sales floor; absent for the web shop';
comment on table categories is 'What kind of thing a product is';
comment on column categories.department is 'Part of the house: Kitchen, Home, Garden or Outdoor';
comment on table products is 'Everything that is or was on sale';
comment on column products.sku is 'Article number';
comment on column products.price is 'Price of today in euros, tax included';
comment on column products.cost is 'What one piece costs us, in euros';
comment on column products.reorder_level is 'Pieces in a store below which more are ordered';
comment on column products.discontinued_on is 'Day on which it left the range; absent while on sale';
comment on table customers is 'People and companies that ordered at least once or signed up';
comment on column customers.segment is 'private or business';
comment on column customers.region_id is 'Region in which the customer lives';
comment on column customers.joined_on is 'Day on which the customer signed up';
comment on table orders is 'Sales: one row for each order or receipt';
comment on column orders.channel is 'web, phone or in store';
comment on column orders.status is 'processing, shipped, delivered or cancelled';
comment on column orders.ordered_at is 'When it was ordered or paid at the till';
comment on column orders.shipping is 'Postage in euros, part of the total';
comment on column orders.total is 'What the customer pays in euros: all lines and shipping';
comment on table order_items is 'What was sold: the lines of the orders';
comment on column order_items.unit_price is 'Price of one piece on that day in euros, before discount';
comment on column order_items.discount is 'Share taken off: 0.10 is ten per cent';
comment on column order_items.line_total is 'Revenue of the line in euros: quantity times price less discount';
comment on table payments is 'How each order is paid for';
comment on column payments.status is 'paid, open or refunded';
comment on column payments.amount is 'Amount in euros';
comment on column payments.paid_at is 'When the money came; absent while open';
comment on table returns is 'What customers sent or brought back';
comment on column returns.refund is 'What they got back, in euros';
comment on table stock is 'Pieces of each product on hand in each store at the last count';

analyze;
