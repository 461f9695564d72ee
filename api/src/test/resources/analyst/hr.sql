CREATE SCHEMA hr;
CREATE TABLE hr.department (dept_id int PRIMARY KEY, dept_name varchar(50) NOT NULL, location text);
CREATE TABLE hr.employee (emp_id int PRIMARY KEY, first_name text NOT NULL, last_name text NOT NULL, job_title text,
  dept_id int REFERENCES hr.department, manager_id int REFERENCES hr.employee, salary numeric NOT NULL, hire_date date NOT NULL, birth_date date, active boolean NOT NULL);
CREATE TABLE hr.leave_request (id int PRIMARY KEY, emp_id int NOT NULL REFERENCES hr.employee, leave_type text NOT NULL, start_date date NOT NULL, end_date date NOT NULL, days int NOT NULL, approved boolean NOT NULL);
INSERT INTO hr.department VALUES (1,'Engineering','Berlin'),(2,'Sales','Paris'),(3,'People','Berlin');
INSERT INTO hr.employee VALUES
 (1,'Ada','Love','Director',1,NULL,9000,'2015-03-01','1980-01-01',true),(2,'Bob','Reed','Engineer',1,1,6000,'2020-05-01','1990-01-01',true),
 (3,'Cyd','Hale','Engineer',1,1,5000,'2026-02-01','1995-01-01',true),(4,'Dee','Fox','Seller',2,1,4000,'2024-07-01','1992-01-01',true),
 (5,'Eve','Gray','Seller',2,4,4500,'2026-01-15','1999-01-01',false),(6,'Fay','King','Recruiter',3,1,4200,'2023-09-01','1988-01-01',true);
INSERT INTO hr.leave_request VALUES (1,2,'vacation','2026-07-01','2026-07-10',8,true),(2,2,'sick','2026-10-01','2026-10-02',2,true),(3,4,'vacation','2026-08-01','2026-08-15',11,true),(4,6,'vacation','2026-12-01','2026-12-05',5,false);
