CREATE TABLE "tblCust" ("CustNo" int PRIMARY KEY, "CustNm" varchar(40), "Ctry" char(2), "dtCreated" timestamp);
CREATE TABLE "ORD_HDR" ("OrdNo" int PRIMARY KEY, "CustNo" int, "OrdDt" date, "Sts" varchar(10), "user" text);
CREATE TABLE "OrdDtl" ("OrdNo" int, "LnNo" int, "ProdCd" varchar(10), "Qty" int, "UnitPrc" numeric, PRIMARY KEY ("OrdNo","LnNo"));
CREATE TABLE "tbl Prod" ("ProdCd" varchar(10) PRIMARY KEY, "Prod Descr" text, "GrpCd" text, "select" int);
COMMENT ON COLUMN "tbl Prod"."select" IS 'stock on hand';
INSERT INTO "tblCust" VALUES (1,'Acme Inc','US','2024-01-01'),(2,'Bolt AG','DE','2025-05-05'),(3,'Core SA','FR','2026-02-02');
INSERT INTO "ORD_HDR" VALUES (10,1,'2026-07-10','OPEN','x'),(11,2,'2026-08-10','DONE','y'),(12,1,'2026-10-10','DONE','x'),(13,2,'2025-08-10','DONE','z');
INSERT INTO "tbl Prod" VALUES ('A1','Anvil','HW',4),('B2','Bolt pack','HW',0),('C3','Crayon','OFF',90);
INSERT INTO "OrdDtl" VALUES (10,1,'A1',2,50),(10,2,'B2',10,1.5),(11,1,'C3',4,2),(12,1,'A1',1,55),(13,1,'B2',100,1.4);
