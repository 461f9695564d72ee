-- A retailer of things for house and garden: web shop and eleven shops in five regions.

create table regions (
    id      integer primary key,
    name    text not null,
    country text not null
);

create table stores (
    id            integer primary key,
    name          text    not null,
    city          text    not null,
    kind          text    not null check (kind in ('shop', 'online')),
    region_id     integer not null references regions,
    opened_on     date    not null,
    square_metres integer
);

create table categories (
    id         integer primary key,
    name       text not null,
    department text not null
);

create table products (
    id              integer        primary key,
    sku             text           not null,
    name            text           not null,
    category_id     integer        not null,
    price           numeric(10, 2) not null,
    cost            numeric(10, 2) not null,
    reorder_level   integer        not null,
    launched_on     date           not null,
    discontinued_on date
);

create table customers (
    id         integer primary key,
    full_name  text    not null,
    email      text    not null,
    segment    text    not null,
    city       text    not null,
    region_id  integer not null,
    newsletter boolean not null,
    joined_on  date    not null
);

create table orders (
    id          integer        not null,
    customer_id integer        not null,
    store_id    integer        not null,
    channel     text           not null,
    status      text           not null,
    ordered_at  timestamptz    not null,
    shipping    numeric(10, 2) not null,
    total       numeric(12, 2) not null
);

create table order_items (
    id         integer        not null,
    order_id   integer        not null,
    product_id integer        not null,
    quantity   integer        not null,
    unit_price numeric(10, 2) not null,
    discount   numeric(4, 2)  not null,
    line_total numeric(12, 2) not null
);

create table payments (
    id       integer        not null,
    order_id integer        not null,
    method   text           not null,
    status   text           not null,
    amount   numeric(12, 2) not null,
    paid_at  timestamptz
);

create table returns (
    id            integer        not null,
    order_item_id integer        not null,
    order_id      integer        not null,
    product_id    integer        not null,
    quantity      integer        not null,
    reason        text           not null,
    refund        numeric(12, 2) not null,
    returned_on   date           not null
);

create table stock (
    store_id   integer     not null,
    product_id integer     not null,
    quantity   integer     not null,
    counted_at timestamptz not null,
    primary key (store_id, product_id)
);
