CREATE TABLE categories (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE products (id int PRIMARY KEY, sku text NOT NULL, name text NOT NULL,
  category_id int NOT NULL REFERENCES categories, price numeric(10,2) NOT NULL,
  stock int NOT NULL, reorder_level int NOT NULL, discontinued boolean NOT NULL DEFAULT false);
CREATE TABLE customers (id int PRIMARY KEY, full_name text NOT NULL, email text, city text, country text NOT NULL,
  created_at timestamptz NOT NULL);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customers,
  status text NOT NULL, ordered_at timestamptz NOT NULL, shipped_at timestamptz);
CREATE TABLE order_items (id int PRIMARY KEY, order_id int NOT NULL REFERENCES orders,
  product_id int NOT NULL REFERENCES products, quantity int NOT NULL, unit_price numeric(10,2) NOT NULL);
INSERT INTO categories VALUES (1,'Toys'),(2,'Books'),(3,'Garden');
INSERT INTO products VALUES
  (1,'T-1','Robot',1,30,5,10,false),(2,'T-2','Kite',1,12,50,10,false),(3,'B-1','Atlas',2,40,3,5,false),
  (4,'B-2','Novel',2,10,100,20,true),(5,'G-1','Spade',3,20,0,5,false),(6,'G-2','Hose',3,25,8,8,false);
INSERT INTO customers VALUES
  (1,'Anna Berg','anna@example.org','Berlin','Germany','2025-01-10'),(2,'Ben Cole','ben@example.org','Paris','France','2025-06-01'),
  (3,'Cara Dorn',NULL,'Munich','Germany','2026-02-01'),(4,'Dan Ek','dan@example.org','New York','United States','2026-10-05');
INSERT INTO orders VALUES
  (1,1,'shipped','2026-07-05 10:00+00','2026-07-06'),(2,1,'shipped','2026-08-10 10:00+00','2026-08-12'),
  (3,2,'cancelled','2026-09-15 10:00+00',NULL),(4,3,'shipped','2026-09-30 23:30+00','2026-10-02'),
  (5,1,'pending','2026-10-10 10:00+00',NULL),(6,2,'in_progress','2026-11-02 10:00+00',NULL),
  (7,3,'shipped','2026-11-19 10:00+00','2026-11-20'),(8,1,'shipped','2025-11-05 10:00+00','2025-11-06');
INSERT INTO order_items VALUES
  (1,1,1,2,30),(2,1,2,1,12),(3,2,3,1,40),(4,2,4,3,10),(5,3,5,2,20),(6,4,1,1,30),(7,4,6,2,25),
  (8,5,2,4,12),(9,6,3,2,40),(10,7,4,1,10),(11,7,1,1,28),(12,8,2,10,11);
