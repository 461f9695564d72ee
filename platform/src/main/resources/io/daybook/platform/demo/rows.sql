-- Every value is a hash of a row's number and a salt: the same day always gives the same rows, on any plan.
create function pg_temp.chance(number bigint, salt bigint) returns double precision
    language sql immutable parallel safe
    return (hashint8extended(number, salt) & 2147483647) / 2147483648.0;

create function pg_temp.one_of(choices text[], at double precision) returns text
    language sql immutable parallel safe
    return choices[1 + floor(at * array_length(choices, 1))::integer];

-- The two years: up to the day before ${today}.
create temporary table span as
select (date '${today}' - interval '2 years')::date as first_day, date '${today}' - 1 as last_day;

insert into regions values
    (1, 'North', 'Germany'), (2, 'South', 'Germany'), (3, 'West', 'Netherlands'), (4, 'East', 'Poland'),
    (5, 'Alps', 'Austria'), (6, 'Online', 'Everywhere');

insert into stores values
    (1, 'Web shop', 'Online', 'online', 6, '2014-03-01', null),
    (2, 'Hamburg Altona', 'Hamburg', 'shop', 1, '2009-05-14', 1450),
    (3, 'Bremen Viertel', 'Bremen', 'shop', 1, '2012-09-03', 820),
    (4, 'Munich Schwabing', 'Munich', 'shop', 2, '2010-03-22', 1680),
    (5, 'Stuttgart West', 'Stuttgart', 'shop', 2, '2013-04-08', 940),
    (6, 'Freiburg Wiehre', 'Freiburg', 'shop', 2, '2018-10-01', 560),
    (7, 'Utrecht Centrum', 'Utrecht', 'shop', 3, '2015-06-12', 760),
    (8, 'Rotterdam Noord', 'Rotterdam', 'shop', 3, '2017-02-20', 1120),
    (9, 'Wroclaw Rynek', 'Wroclaw', 'shop', 4, '2019-08-05', 880),
    (10, 'Poznan Jezyce', 'Poznan', 'shop', 4, '2021-05-17', 640),
    (11, 'Innsbruck Altstadt', 'Innsbruck', 'shop', 5, '2016-11-11', 520),
    (12, 'Salzburg Neustadt', 'Salzburg', 'shop', 5, '2020-02-03', 600);

-- How often a category is bought in each month relative to the others, its prices and how often it comes back.
create temporary table kind (
    id integer, name text, department text, low numeric, high numeric, returned double precision,
    months double precision[], nouns text[]
);
insert into kind values
    (1, 'Cookware', 'Kitchen', 19, 189, 0.03, '{1,1,1,1,1,1,.9,.9,1,1.1,1.6,2.2}',
     '{Frying Pan,Saucepan,Stock Pot,Casserole,Wok,Roasting Tin,Grill Pan,Steamer,Milk Pan,Pressure Cooker}'),
    (2, 'Tableware', 'Kitchen', 6, 79, 0.04, '{1,.9,1,1.1,1,1,1,.9,1,1,1.5,2}',
     '{Dinner Plate,Soup Bowl,Coffee Mug,Water Glass,Wine Glass,Carafe,Cutlery Set,Serving Dish,Egg Cup,Tea Pot}'),
    (3, 'Small Appliances', 'Kitchen', 29, 349, 0.06, '{1.1,.9,.9,1,1,1,.9,.9,1,1.1,1.9,2.3}',
     '{Kettle,Toaster,Blender,Coffee Grinder,Espresso Machine,Hand Mixer,Food Processor,Rice Cooker,Waffle Iron,Kitchen Scale}'),
    (4, 'Bedding', 'Home', 15, 229, 0.07, '{1.6,1.2,1,1,.9,.8,.9,1,1.2,1.3,1.2,1.1}',
     '{Duvet,Pillow,Fitted Sheet,Duvet Cover,Blanket,Mattress Topper,Pillow Case,Bedspread,Quilt,Throw}'),
    (5, 'Lighting', 'Home', 12, 259, 0.05, '{1.3,1.1,1,.8,.7,.6,.7,.9,1.1,1.4,1.6,1.6}',
     '{Desk Lamp,Floor Lamp,Pendant,Wall Lamp,Table Lamp,Reading Light,Lantern,String Lights,Night Light,Ceiling Lamp}'),
    (6, 'Storage', 'Home', 8, 149, 0.04, '{1.7,1.3,1.1,1,1,.9,.9,1,1.1,1,.9,.8}',
     '{Shelf,Basket,Storage Box,Coat Rack,Shoe Cabinet,Drawer Insert,Hanging Organiser,Trolley,Hook Rail,Chest}'),
    (7, 'Garden Tools', 'Garden', 9, 129, 0.03, '{.3,.6,1.6,2.2,2,1.6,1.1,.9,1,.9,.4,.3}',
     '{Spade,Rake,Hoe,Secateurs,Hedge Shears,Watering Can,Hose,Wheelbarrow,Hand Fork,Pruning Saw}'),
    (8, 'Garden Furniture', 'Garden', 39, 699, 0.08, '{.2,.4,1,1.9,2.6,2.5,1.9,1.1,.5,.3,.2,.2}',
     '{Deck Chair,Garden Bench,Bistro Table,Parasol,Lounger,Hammock,Folding Chair,Sun Sail,Swing Seat,Side Table}'),
    (9, 'Plants and Pots', 'Garden', 4, 89, 0.02, '{.5,.7,1.5,2.1,2.2,1.5,1.1,.9,1.1,1,.6,.8}',
     '{Terracotta Pot,Planter,Herb Pot,Window Box,Hanging Basket,Seed Tray,Plant Stand,Cachepot,Grow Bag,Trellis}'),
    (10, 'Camping', 'Outdoor', 14, 449, 0.09, '{.4,.5,.8,1.2,1.8,2.4,2.6,1.9,1,.6,.5,.8}',
     '{Tent,Sleeping Bag,Sleeping Mat,Camp Stove,Head Torch,Cool Box,Camp Chair,Backpack,Water Bottle,Tarp}'),
    (11, 'Outdoor Clothing', 'Outdoor', 19, 289, 0.16, '{1.2,1,1.1,1.1,.9,.8,.7,.8,1.3,1.6,1.6,1.6}',
     '{Rain Jacket,Fleece,Hiking Trousers,Wool Socks,Beanie,Gloves,Softshell,Base Layer,Down Vest,Sun Hat}'),
    (12, 'Toys and Games', 'Home', 7, 119, 0.05, '{.7,.7,.8,1,.9,.9,1,.9,.8,1,2.2,3.4}',
     '{Board Game,Puzzle,Building Blocks,Wooden Train,Card Game,Kite,Marble Run,Doll House,Rocking Horse,Memory Game}');

insert into categories select id, name, department from kind;

insert into products
select item.id, format('%s-%s', upper(left(replace(noun, ' ', ''), 3)), 1000 + id),
       (array['Classic', 'Nordic', 'Everyday'])[variant] || ' ' || noun, category_id, price,
       round(price * (0.42 + 0.2 * pg_temp.chance(id, 12))::numeric, 2),
       5 + floor(30 * power(pg_temp.chance(id, 13), 2))::integer,
       case when pg_temp.chance(id, 14) < 0.15 then first_day + floor(560 * pg_temp.chance(id, 15))::integer
            else first_day - 30 - floor(1500 * pg_temp.chance(id, 15))::integer end,
       case when pg_temp.chance(id, 16) < 0.05 then last_day - floor(300 * pg_temp.chance(id, 17))::integer end
from (select (row_number() over (order by kind.id, noun.position, variant))::integer as id,
             kind.id as category_id, noun.name as noun, variant, low, high
      from kind, unnest(nouns) with ordinality as noun (name, position), generate_series(1, 3) as variant) as item,
     lateral (select round((low + (high - low) * power(pg_temp.chance(id, 11), 2))::numeric, 0) - 0.05 as price) as priced,
     span;

-- Customers in the order in which they joined: 3,000 at the start of the two years, 12,000 at their end.
insert into customers
select id, first || ' ' || last, lower(format('%s.%s%s@example.%s', first, replace(last, ' ', ''), id, (array['com', 'org', 'net'])[1 + id % 3])),
       case when pg_temp.chance(id, 23) < 0.12 then 'business' else 'private' end,
       city, region, pg_temp.chance(id, 26) < 0.45,
       case when id <= 3000 then first_day - 1 - floor((3000 - id) / 3000.0 * 1400)::integer
            else first_day + floor((id - 3000) / 9000.0 * (last_day - first_day))::integer end
from generate_series(1, 12000) as id, span,
     lateral (select pg_temp.one_of('{Anna,Ben,Clara,David,Emma,Felix,Greta,Hugo,Ida,Jonas,Karla,Leon,Mia,Noah,Olga,Paul,Rosa,Simon,Tessa,Viktor,Wanda,Yusuf,Zoe,Adam,Britta,Casper,Daan,Eva,Finn,Hanna,Ivo,Julia,Kees,Lotte,Marek,Nina,Oskar,Piotr,Ruth,Sanne,Tomasz,Ursula}', pg_temp.chance(id, 21)) as first,
                     pg_temp.one_of('{Ackermann,Bakker,Czarnecki,"de Vries",Eder,Fischer,Gruber,Hoffmann,Ivanova,Jansen,Kowalski,Lang,Maier,Nowak,Oberhofer,Peters,Richter,Schmidt,Thiele,Urban,Visser,Weber,Xanthos,Yilmaz,Zimmermann,Brandt,Dekker,Engel,Frank,Haas,Jung,Keller,Lindner,Mulder,Neumann,Pawlak,Roth,Smit,Tischler,Vogel,Wagner,Zielinski}', pg_temp.chance(id, 22)) as last,
                     -- the East and the Alps win more of the newer customers
                     (array[1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 5, 4, 4, 5, 4])[1 + floor(pg_temp.chance(id, 24) * (10 + 6 * id / 12000.0))::integer] as region) as person,
     lateral (select pg_temp.one_of((array['{Hamburg,Bremen,Kiel,Hannover}', '{Munich,Stuttgart,Freiburg,Augsburg,Ulm}', '{Utrecht,Rotterdam,Arnhem,Breda}',
                                           '{Wroclaw,Poznan,Opole}', '{Innsbruck,Salzburg,Linz}'])[region]::text[], pg_temp.chance(id, 25)) as city) as home;

-- Orders: how many a day depends on growth, season, weekday and chance.
create temporary table placed as
select (row_number() over (order by day, number))::integer as number, day, progress
from (select first_day + i as day, i / (last_day - first_day)::double precision as progress,
             round(84 * (1 + 0.55 * i / 730.0)
                 * (array[.88, .84, .92, 1.02, 1.08, 1.02, .94, .88, .95, 1.02, 1.34, 1.58])[extract(month from first_day + i)::integer]
                 * (array[.92, .88, .94, 1.02, 1.16, 1.38, .70])[extract(isodow from first_day + i)::integer]
                 * case when to_char(first_day + i, 'MMDD') between '1122' and '1129' then 1.5
                        when to_char(first_day + i, 'MMDD') in ('1225', '1226', '0101') then 0.3 else 1 end
                 * (0.88 + 0.24 * pg_temp.chance(first_day + i - date '2000-01-01', 31)))::integer as orders
      from span, generate_series(0, last_day - first_day) as i) as calendar,
     generate_series(1, orders) as number;

create temporary table bought as
select placed.number as id, day, progress, customer_id,
       case when pg_temp.chance(placed.number, 42) < 0.36 + 0.12 * progress then 1 else shop end as store_id,
       day + time '08:00' + interval '13 hours' * ((pg_temp.chance(placed.number, 44) + pg_temp.chance(placed.number, 45)) / 2) as moment,
       1 + floor(5 * power(pg_temp.chance(placed.number, 46), 2.2))::integer as lines
from placed,
     -- some come often, most seldom; only those who have joined
     lateral (select 1 + floor(power(pg_temp.chance(placed.number, 41), 1.5) * (3000 + 9000 * progress * 0.999))::integer as customer_id) as who
     join customers on customers.id = customer_id,
     lateral (select ((array['{2,2,3}', '{4,4,4,5,5,6}', '{7,8,8}', '{9,9,10}', '{11,12}'])[region_id]::integer[]) as shops) as near,
     lateral (select shops[1 + floor(pg_temp.chance(placed.number, 43) * array_length(shops, 1))::integer] as shop) as nearest;

-- What they bought: a category after the season, then one of its products with a long tail.
create temporary table season as
select month, slot, max(id) filter (where (slot + 0.5) / 200 > reached - share) as category_id
from (select month, id, weight / sum(weight) over (partition by month) as share,
             sum(weight) over (partition by month order by id) / sum(weight) over (partition by month) as reached
      from (select id, month, months[month] * (0.6 + 0.8 * pg_temp.chance(id, 51)) as weight
            from kind, generate_series(1, 12) as month) as weighed) as reaching,
     generate_series(0, 199) as slot
group by month, slot;

create temporary table shelf as
select id as product_id, category_id, row_number() over (partition by category_id order by pg_temp.chance(id, 52)) as rank,
       greatest(launched_on, date '1900-01-01') as from_day, coalesce(discontinued_on, date '2999-01-01') as to_day
from products;
create temporary table always as
select product_id, category_id, row_number() over (partition by category_id order by rank) as rank
from shelf, span where from_day < first_day and to_day > last_day;
analyze season; analyze shelf; analyze always; analyze bought;

insert into order_items
select (row_number() over (order by line.order_id, line.number))::integer, line.order_id, line.product_id, quantity, unit_price, discount,
       round(quantity * unit_price * (1 - discount), 2)
from (select bought.id as order_id, number, bought.id * 8::bigint + number as key, day, progress,
             coalesce(shelf.product_id, always.product_id) as product_id
      from bought
      cross join lateral generate_series(1, lines) as number
      join season on month = extract(month from day) and slot = floor(200 * pg_temp.chance(bought.id * 8::bigint + number, 53))
      left join shelf on shelf.category_id = season.category_id and day between from_day and to_day
           and shelf.rank = 1 + floor(30 * power(pg_temp.chance(bought.id * 8::bigint + number, 54), 1.9))
      left join always on always.category_id = season.category_id
           and always.rank = 1 + floor(12 * power(pg_temp.chance(bought.id * 8::bigint + number, 55), 1.9))) as line
join products on products.id = line.product_id,
     lateral (select 1 + floor(4 * power(pg_temp.chance(key, 56), 4))::integer as quantity,
                     -- prices rose by some four per cent over the two years
                     round(price * (0.96 + 0.04 * progress)::numeric, 2) as unit_price,
                     case when to_char(day, 'MMDD') between '1122' and '1129' then 0.20
                          when pg_temp.chance(key, 57) < 0.07 then 0.10 else 0.00 end as discount) as sold;

insert into orders
select bought.id, customer_id, store_id,
       case when store_id = 1 then case when pg_temp.chance(bought.id, 61) < 0.06 then 'phone' else 'web' end else 'in store' end,
       case when store_id = 1 and pg_temp.chance(bought.id, 62) < 0.06 then 'cancelled'
            when store_id > 1 then 'delivered'
            when day > last_day - 2 then 'processing'
            when day > last_day - 5 then 'shipped' else 'delivered' end,
       moment at time zone 'UTC', shipping, goods + shipping
from bought
join (select order_id, sum(line_total) as goods from order_items group by order_id) as sums on order_id = bought.id,
     span,
     lateral (select case when store_id = 1 and goods < 80 then 4.95 else 0 end as shipping) as parcel;

insert into payments
select orders.id, orders.id, method,
       case when orders.status = 'cancelled' then 'refunded'
            when ordered_at + delay >= last_day + 1 then 'open' else 'paid' end,
       total,
       case when ordered_at + delay < last_day + 1 then ordered_at + delay end
from orders join customers on customers.id = customer_id, span,
     lateral (select case when segment = 'business' and pg_temp.chance(orders.id, 71) < 0.7 then 'invoice'
                          when channel = 'in store' then pg_temp.one_of('{card,card,card,cash,cash,gift card}', pg_temp.chance(orders.id, 72))
                          else pg_temp.one_of('{card,card,card,wallet,wallet,transfer,gift card}', pg_temp.chance(orders.id, 72)) end as method) as way,
     lateral (select case when method = 'invoice' then interval '1 day' * (6 + floor(34 * pg_temp.chance(orders.id, 73)))
                          when method = 'transfer' then interval '1 day' * (1 + floor(3 * pg_temp.chance(orders.id, 73)))
                          else interval '1 minute' end as delay) as taking;

insert into returns
select (row_number() over (order by returned_on, item.id))::integer, item.id, order_id, product_id, pieces, reason,
       round(line_total / quantity * pieces, 2), returned_on
from order_items as item
join orders on orders.id = order_id
join products on products.id = product_id
join kind on kind.id = category_id,
     span,
     lateral (select ordered_at::date + 3 + floor(24 * pg_temp.chance(item.id, 82))::integer as returned_on,
                     1 + floor(quantity * pg_temp.chance(item.id, 83))::integer as pieces,
                     pg_temp.one_of('{"did not fit","did not fit","not as described","damaged on arrival","changed mind","changed mind",faulty,"arrived too late"}', pg_temp.chance(item.id, 84)) as reason) as back
where orders.status = 'delivered' and returned_on <= last_day
  and pg_temp.chance(item.id, 81) < returned * case when store_id = 1 then 1.5 else 0.7 end;

insert into stock
select stores.id, products.id,
       floor(reorder_level * (case when stores.id = 1 then 6 else 1.6 end) * power(pg_temp.chance(stores.id * 1000 + products.id, 91), 0.8))::integer,
       (last_day + time '05:00') at time zone 'UTC' - interval '1 hour' * floor(60 * pg_temp.chance(stores.id * 1000 + products.id, 92))
from stores, products, span
where discontinued_on is null and (stores.id = 1 or pg_temp.chance(stores.id * 1000 + products.id, 93) < 0.7);
