CREATE TABLE sites (id int PRIMARY KEY, name text NOT NULL, city text NOT NULL);
CREATE TABLE sensors (id int PRIMARY KEY, serial_no text NOT NULL, site_id int NOT NULL REFERENCES sites, model text NOT NULL, installed_on date NOT NULL);
CREATE TABLE measurements (id bigint PRIMARY KEY, sensor_id int NOT NULL REFERENCES sensors, measured_at timestamp NOT NULL, temperature double precision, humidity real, battery_voltage numeric);
CREATE TABLE alerts (id int PRIMARY KEY, sensor_id int NOT NULL REFERENCES sensors, severity text NOT NULL, raised_at timestamp NOT NULL, resolved_at timestamp);
INSERT INTO sites VALUES (1,'North Hall','Oslo'),(2,'South Yard','Rome');
INSERT INTO sensors VALUES (1,'S-100',1,'TX1','2025-01-01'),(2,'S-200',1,'TX2','2025-02-01'),(3,'S-300',2,'TX1','2026-03-01');
INSERT INTO measurements VALUES
 (1,1,'2026-11-19 08:00',20,40,3.5),(2,1,'2026-11-19 20:00',22,44,3.4),(3,2,'2026-11-19 09:00',18,50,3.6),(4,3,'2026-11-19 10:00',30,30,3.1),
 (5,1,'2026-11-20 08:00',21,41,3.4),(6,3,'2026-11-20 09:00',31,29,3.0),(7,2,'2026-10-05 09:00',10,60,3.7),(8,3,'2026-10-15 09:00',25,33,3.2);
INSERT INTO alerts VALUES (1,3,'critical','2026-11-20 09:01',NULL),(2,3,'warning','2026-11-19 10:01','2026-11-19 12:00'),(3,2,'warning','2026-10-05 09:01','2026-10-06 00:00');
