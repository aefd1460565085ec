-- An empty book at the newest schema, made from its steps by tools/make_schema.py. Never edited by hand.
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE attachment (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	subject TEXT NOT NULL, 
	subject_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	media_type TEXT, 
	sha256 TEXT NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT pk_attachment PRIMARY KEY (id)
);
CREATE TABLE attachment_content (
	sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_attachment_content PRIMARY KEY (sha256)
);
CREATE TABLE book (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_book PRIMARY KEY (name)
);
CREATE TABLE change (
	counter INTEGER NOT NULL, 
	operation INTEGER NOT NULL, 
	"table" TEXT NOT NULL, 
	"row" TEXT NOT NULL, 
	field TEXT NOT NULL, 
	old TEXT, 
	new TEXT, 
	CONSTRAINT pk_change PRIMARY KEY (counter)
);
CREATE INDEX ix_change_operation ON change (operation);
CREATE INDEX ix_change_row ON change ("row", field);
CREATE TABLE contact (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	name TEXT NOT NULL, 
	latin_name TEXT, 
	salutation TEXT, 
	wechat TEXT, 
	email TEXT, 
	birth_calendar TEXT, 
	birth_year INTEGER, 
	birth_month INTEGER, 
	birth_day INTEGER, 
	birth_leap BOOLEAN NOT NULL, 
	CONSTRAINT pk_contact PRIMARY KEY (id)
);
CREATE TABLE draft (
	form TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	content TEXT NOT NULL, 
	saved_at TEXT NOT NULL, 
	CONSTRAINT pk_draft PRIMARY KEY (form, subject)
);
CREATE TABLE import_file (
	sha256 TEXT NOT NULL, 
	name TEXT NOT NULL, 
	operation TEXT, 
	imported_at TEXT NOT NULL, 
	CONSTRAINT pk_import_file PRIMARY KEY (sha256)
);
CREATE TABLE import_pending (
	id TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	sheet TEXT, 
	line INTEGER, 
	reason TEXT NOT NULL, 
	content TEXT NOT NULL, 
	state TEXT NOT NULL, 
	since TEXT NOT NULL, 
	CONSTRAINT pk_import_pending PRIMARY KEY (id)
);
CREATE TABLE operation (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	summary TEXT, 
	replica INTEGER NOT NULL, 
	clock BIGINT NOT NULL, 
	user TEXT, 
	at TEXT NOT NULL, 
	undoes INTEGER, 
	CONSTRAINT pk_operation PRIMARY KEY (number), 
	CONSTRAINT uq_operation_id UNIQUE (id)
);
CREATE INDEX ix_operation_undoes ON operation (undoes);
CREATE TABLE product (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	name TEXT NOT NULL, 
	code TEXT, 
	specification TEXT, 
	unit TEXT, 
	pack INTEGER, 
	price BIGINT, 
	currency TEXT, 
	tax_included BOOLEAN, 
	discontinued BOOLEAN NOT NULL, 
	CONSTRAINT pk_product PRIMARY KEY (id)
);
CREATE TABLE rep (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	name TEXT NOT NULL, 
	company TEXT, 
	phone TEXT, 
	zone TEXT NOT NULL, 
	tolerance INTEGER NOT NULL, 
	lunch_start INTEGER, 
	lunch_end INTEGER, 
	home_latitude FLOAT, 
	home_longitude FLOAT, home_address TEXT, 
	CONSTRAINT pk_rep PRIMARY KEY (id)
);
CREATE TABLE replica (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	since TEXT NOT NULL, 
	CONSTRAINT pk_replica PRIMARY KEY (number), 
	CONSTRAINT uq_replica_id UNIQUE (id)
);
CREATE TABLE unit_rule (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	level TEXT NOT NULL, 
	set_on DATE NOT NULL, 
	set_by TEXT, 
	CONSTRAINT pk_unit_rule PRIMARY KEY (id)
);
CREATE TABLE account (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	name TEXT NOT NULL, 
	short_name TEXT, 
	parent_id TEXT, 
	level TEXT NOT NULL, 
	merged_into TEXT, 
	owner_id TEXT, 
	status TEXT NOT NULL, 
	status_reason TEXT, 
	value_class TEXT, 
	is_key BOOLEAN, 
	class_reason TEXT, 
	kind TEXT, 
	country TEXT, 
	province TEXT, 
	city TEXT, 
	district TEXT, 
	address TEXT, 
	postal_code TEXT, 
	latitude FLOAT, 
	longitude FLOAT, 
	datum TEXT, 
	wechat TEXT, 
	visit_minutes INTEGER, 
	CONSTRAINT pk_account PRIMARY KEY (id), 
	CONSTRAINT fk_account_merged_into FOREIGN KEY(merged_into) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_account_owner_id FOREIGN KEY(owner_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_account_parent_id FOREIGN KEY(parent_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_account_merged_into ON account (merged_into);
CREATE INDEX ix_account_owner_id ON account (owner_id);
CREATE INDEX ix_account_parent_id ON account (parent_id);
CREATE TABLE contact_phone (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	contact_id TEXT NOT NULL, 
	number TEXT NOT NULL, 
	extension TEXT, 
	kind TEXT NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT pk_contact_phone PRIMARY KEY (id), 
	CONSTRAINT fk_contact_phone_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_contact_phone_contact_id ON contact_phone (contact_id);
CREATE TABLE leave (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	rep_id TEXT NOT NULL, 
	first_day DATE NOT NULL, 
	last_day DATE NOT NULL, 
	reason TEXT, 
	substitute TEXT, 
	CONSTRAINT pk_leave PRIMARY KEY (id), 
	CONSTRAINT fk_leave_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_leave_rep_id ON leave (rep_id);
CREATE TABLE visit_line (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	rep_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	zone TEXT NOT NULL, 
	anchor_monday DATE NOT NULL, 
	cycle_weeks INTEGER NOT NULL, 
	CONSTRAINT pk_visit_line PRIMARY KEY (id), 
	CONSTRAINT fk_visit_line_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_visit_line_rep_id ON visit_line (rep_id);
CREATE TABLE working_hours (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	rep_id TEXT NOT NULL, 
	weekday INTEGER NOT NULL, 
	begins INTEGER NOT NULL, 
	ends INTEGER NOT NULL, 
	CONSTRAINT pk_working_hours PRIMARY KEY (id), 
	CONSTRAINT fk_working_hours_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_working_hours_rep_id ON working_hours (rep_id);
CREATE TABLE account_closed (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	account_id TEXT NOT NULL, 
	first_day DATE NOT NULL, 
	last_day DATE NOT NULL, 
	reason TEXT, 
	CONSTRAINT pk_account_closed PRIMARY KEY (id), 
	CONSTRAINT fk_account_closed_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_account_closed_account_id ON account_closed (account_id);
CREATE TABLE account_code (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	account_id TEXT NOT NULL, 
	system TEXT NOT NULL, 
	code TEXT NOT NULL, 
	CONSTRAINT pk_account_code PRIMARY KEY (id), 
	CONSTRAINT fk_account_code_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_account_code_account_id ON account_code (account_id);
CREATE TABLE account_hours (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	account_id TEXT NOT NULL, 
	weekday INTEGER NOT NULL, 
	opens INTEGER NOT NULL, 
	closes INTEGER NOT NULL, 
	CONSTRAINT pk_account_hours PRIMARY KEY (id), 
	CONSTRAINT fk_account_hours_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_account_hours_account_id ON account_hours (account_id);
CREATE TABLE account_phone (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	account_id TEXT NOT NULL, 
	number TEXT NOT NULL, 
	extension TEXT, 
	kind TEXT NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT pk_account_phone PRIMARY KEY (id), 
	CONSTRAINT fk_account_phone_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_account_phone_account_id ON account_phone (account_id);
CREATE TABLE account_tag (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	account_id TEXT NOT NULL, 
	tag TEXT NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT pk_account_tag PRIMARY KEY (id), 
	CONSTRAINT fk_account_tag_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_account_tag_account_id ON account_tag (account_id);
CREATE TABLE contact_post (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	contact_id TEXT NOT NULL, 
	account_id TEXT NOT NULL, 
	title TEXT, 
	department TEXT, 
	reports_to TEXT, 
	support TEXT, 
	influence TEXT, 
	counterpart TEXT, 
	since DATE, 
	until DATE, 
	rank INTEGER NOT NULL, 
	CONSTRAINT pk_contact_post PRIMARY KEY (id), 
	CONSTRAINT fk_contact_post_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_contact_post_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_contact_post_reports_to FOREIGN KEY(reports_to) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_contact_post_account_id ON contact_post (account_id);
CREATE INDEX ix_contact_post_contact_id ON contact_post (contact_id);
CREATE INDEX ix_contact_post_reports_to ON contact_post (reports_to);
CREATE TABLE contact_role (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	contact_id TEXT NOT NULL, 
	account_id TEXT NOT NULL, 
	role TEXT NOT NULL, 
	standing TEXT NOT NULL, 
	how_known TEXT, 
	since DATE, 
	until DATE, 
	CONSTRAINT pk_contact_role PRIMARY KEY (id), 
	CONSTRAINT fk_contact_role_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_contact_role_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_contact_role_account_id ON contact_role (account_id);
CREATE INDEX ix_contact_role_contact_id ON contact_role (contact_id);
CREATE TABLE informant_assignment (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	contact_id TEXT NOT NULL, 
	account_id TEXT NOT NULL, 
	last_heard DATE, 
	told TEXT, 
	until DATE, told_by TEXT, 
	CONSTRAINT pk_informant_assignment PRIMARY KEY (id), 
	CONSTRAINT fk_informant_assignment_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_informant_assignment_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_informant_assignment_account_id ON informant_assignment (account_id);
CREATE INDEX ix_informant_assignment_contact_id ON informant_assignment (contact_id);
CREATE TABLE visit_slot (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	line_id TEXT NOT NULL, 
	account_id TEXT NOT NULL, 
	weekday INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	minutes INTEGER NOT NULL, 
	every_weeks INTEGER NOT NULL, 
	week_offset INTEGER NOT NULL, 
	valid_from DATE NOT NULL, 
	valid_to DATE, 
	promised BOOLEAN NOT NULL, 
	end_reason TEXT, 
	CONSTRAINT pk_visit_slot PRIMARY KEY (id), 
	CONSTRAINT fk_visit_slot_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_visit_slot_line_id FOREIGN KEY(line_id) REFERENCES visit_line (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_visit_slot_account_id ON visit_slot (account_id);
CREATE INDEX ix_visit_slot_line_id ON visit_slot (line_id);
CREATE TABLE slot_change (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	from_slot_id TEXT NOT NULL, 
	to_slot_id TEXT, 
	asked_by TEXT NOT NULL, 
	contact_id TEXT, 
	asked_on DATE NOT NULL, 
	effective_from DATE NOT NULL, 
	reason TEXT, 
	CONSTRAINT pk_slot_change PRIMARY KEY (id), 
	CONSTRAINT fk_slot_change_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_slot_change_from_slot_id FOREIGN KEY(from_slot_id) REFERENCES visit_slot (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_slot_change_to_slot_id FOREIGN KEY(to_slot_id) REFERENCES visit_slot (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_slot_change_contact_id ON slot_change (contact_id);
CREATE INDEX ix_slot_change_from_slot_id ON slot_change (from_slot_id);
CREATE INDEX ix_slot_change_to_slot_id ON slot_change (to_slot_id);
CREATE TABLE visit (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	account_id TEXT NOT NULL, 
	rep_id TEXT NOT NULL, 
	zone TEXT NOT NULL, 
	planned_date DATE NOT NULL, 
	planned_start INTEGER, 
	planned_minutes INTEGER, 
	slot_id TEXT, 
	origin TEXT NOT NULL, 
	state TEXT NOT NULL, 
	state_by TEXT, 
	reason TEXT, 
	reason_text TEXT, 
	moved_to TEXT, 
	objective TEXT, 
	CONSTRAINT pk_visit PRIMARY KEY (id), 
	CONSTRAINT fk_visit_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_visit_moved_to FOREIGN KEY(moved_to) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_visit_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_visit_slot_id FOREIGN KEY(slot_id) REFERENCES visit_slot (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_visit_account_id ON visit (account_id);
CREATE INDEX ix_visit_planned_date ON visit (planned_date);
CREATE INDEX ix_visit_moved_to ON visit (moved_to);
CREATE INDEX ix_visit_rep_id ON visit (rep_id);
CREATE INDEX ix_visit_slot_id ON visit (slot_id);
CREATE TABLE note (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	account_id TEXT NOT NULL, 
	text TEXT NOT NULL, 
	noted_on DATE NOT NULL, 
	contact_id TEXT, 
	visit_id TEXT, 
	CONSTRAINT pk_note PRIMARY KEY (id), 
	CONSTRAINT fk_note_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_note_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_note_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_note_account_id ON note (account_id);
CREATE INDEX ix_note_contact_id ON note (contact_id);
CREATE INDEX ix_note_visit_id ON note (visit_id);
CREATE TABLE "order" (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	account_id TEXT NOT NULL, 
	ordered_on DATE NOT NULL, 
	number TEXT, 
	visit_id TEXT, 
	required_on DATE, 
	shipped_on DATE, 
	amount BIGINT, 
	freight BIGINT, 
	currency TEXT, 
	tax_included BOOLEAN, 
	CONSTRAINT pk_order PRIMARY KEY (id), 
	CONSTRAINT fk_order_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_order_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_order_account_id ON "order" (account_id);
CREATE INDEX ix_order_visit_id ON "order" (visit_id);
CREATE TABLE promise (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	account_id TEXT NOT NULL, 
	what TEXT NOT NULL, 
	made_on DATE NOT NULL, 
	due_on DATE, 
	contact_id TEXT, 
	visit_id TEXT, 
	by_whom TEXT, 
	state TEXT NOT NULL, 
	settled_on DATE, 
	cause TEXT, 
	cause_text TEXT, 
	workaround TEXT, 
	expected_effect TEXT, 
	effect_seen TEXT, 
	churn_risk INTEGER, 
	CONSTRAINT pk_promise PRIMARY KEY (id), 
	CONSTRAINT fk_promise_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_promise_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_promise_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_promise_account_id ON promise (account_id);
CREATE INDEX ix_promise_contact_id ON promise (contact_id);
CREATE INDEX ix_promise_visit_id ON promise (visit_id);
CREATE TABLE visit_companion (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	visit_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT pk_visit_companion PRIMARY KEY (id), 
	CONSTRAINT fk_visit_companion_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_visit_companion_visit_id ON visit_companion (visit_id);
CREATE TABLE visit_report (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	visit_id TEXT NOT NULL, 
	visited_on DATE NOT NULL, 
	arrived INTEGER, 
	"left" INTEGER, 
	outcome TEXT, 
	points TEXT, 
	rival_note TEXT, 
	next_step TEXT, 
	CONSTRAINT pk_visit_report PRIMARY KEY (id), 
	CONSTRAINT fk_visit_report_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_visit_report_visit_id ON visit_report (visit_id);
CREATE INDEX ix_visit_report_visited_on ON visit_report (visited_on);
CREATE TABLE order_line (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	order_id TEXT NOT NULL, 
	product_id TEXT NOT NULL, 
	quantity BIGINT NOT NULL, 
	unit TEXT, 
	price BIGINT, 
	discount INTEGER NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT pk_order_line PRIMARY KEY (id), 
	CONSTRAINT fk_order_line_order_id FOREIGN KEY(order_id) REFERENCES "order" (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_order_line_product_id FOREIGN KEY(product_id) REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_order_line_order_id ON order_line (order_id);
CREATE INDEX ix_order_line_product_id ON order_line (product_id);
CREATE TABLE report_met (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	report_id TEXT NOT NULL, 
	contact_id TEXT NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT pk_report_met PRIMARY KEY (id), 
	CONSTRAINT fk_report_met_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_report_met_report_id FOREIGN KEY(report_id) REFERENCES visit_report (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_report_met_contact_id ON report_met (contact_id);
CREATE INDEX ix_report_met_report_id ON report_met (report_id);
CREATE TABLE stock_count (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	report_id TEXT NOT NULL, 
	product_id TEXT NOT NULL, 
	quantity BIGINT NOT NULL, 
	unit TEXT, 
	rank INTEGER NOT NULL, 
	CONSTRAINT pk_stock_count PRIMARY KEY (id), 
	CONSTRAINT fk_stock_count_product_id FOREIGN KEY(product_id) REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_stock_count_report_id FOREIGN KEY(report_id) REFERENCES visit_report (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_stock_count_product_id ON stock_count (product_id);
CREATE INDEX ix_stock_count_report_id ON stock_count (report_id);
CREATE TABLE report_amendment (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	report_id TEXT NOT NULL, 
	amended_on DATE NOT NULL, 
	note TEXT NOT NULL, 
	CONSTRAINT pk_report_amendment PRIMARY KEY (id), 
	CONSTRAINT fk_report_amendment_report_id FOREIGN KEY(report_id) REFERENCES visit_report (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_report_amendment_report_id ON report_amendment (report_id);
CREATE TABLE saved_view (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	"table" TEXT NOT NULL, 
	name TEXT NOT NULL, 
	content TEXT NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT pk_saved_view PRIMARY KEY (id)
);
CREATE TABLE search_doc (
	number INTEGER NOT NULL, 
	record BLOB NOT NULL, 
	label TEXT, 
	CONSTRAINT pk_search_doc PRIMARY KEY (number), 
	CONSTRAINT uq_search_doc_record UNIQUE (record)
);
CREATE VIRTUAL TABLE search_term USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '=@#<>~'");
CREATE TABLE receivable (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	account_id TEXT NOT NULL, 
	number TEXT, 
	invoiced_on DATE, 
	due_on DATE, 
	amount BIGINT, 
	open_amount BIGINT, 
	overdue_amount BIGINT, 
	as_of DATE, 
	currency TEXT, 
	source TEXT, 
	CONSTRAINT pk_receivable PRIMARY KEY (id), 
	CONSTRAINT fk_receivable_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_receivable_account_id ON receivable (account_id);
CREATE TABLE payment (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	account_id TEXT NOT NULL, 
	paid_on DATE NOT NULL, 
	amount BIGINT NOT NULL, 
	number TEXT, 
	currency TEXT, 
	method TEXT, 
	source TEXT, 
	CONSTRAINT pk_payment PRIMARY KEY (id), 
	CONSTRAINT fk_payment_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_payment_account_id ON payment (account_id);
CREATE TABLE listed_stock (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	account_id TEXT NOT NULL, 
	product_id TEXT NOT NULL, 
	quantity BIGINT NOT NULL, 
	counted_on DATE, 
	unit TEXT, 
	source TEXT, 
	CONSTRAINT pk_listed_stock PRIMARY KEY (id), 
	CONSTRAINT fk_listed_stock_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_listed_stock_product_id FOREIGN KEY(product_id) REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_listed_stock_account_id ON listed_stock (account_id);
CREATE INDEX ix_listed_stock_product_id ON listed_stock (product_id);
CREATE TABLE transit (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	account_id TEXT NOT NULL, 
	product_id TEXT NOT NULL, 
	quantity BIGINT NOT NULL, 
	number TEXT, 
	unit TEXT, 
	shipped_on DATE, 
	expected_on DATE, 
	arrived_on DATE, 
	source TEXT, 
	CONSTRAINT pk_transit PRIMARY KEY (id), 
	CONSTRAINT fk_transit_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_transit_product_id FOREIGN KEY(product_id) REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_transit_account_id ON transit (account_id);
CREATE INDEX ix_transit_product_id ON transit (product_id);
CREATE TABLE product_price (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	product_id TEXT NOT NULL, 
	amount BIGINT NOT NULL, 
	account_id TEXT, 
	level TEXT, 
	currency TEXT, 
	tax_included BOOLEAN, 
	unit TEXT, 
	first_day DATE, 
	last_day DATE, 
	minimum BIGINT, 
	source TEXT, 
	CONSTRAINT pk_product_price PRIMARY KEY (id), 
	CONSTRAINT fk_product_price_product_id FOREIGN KEY(product_id) REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_product_price_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_product_price_product_id ON product_price (product_id);
CREATE INDEX ix_product_price_account_id ON product_price (account_id);
CREATE TABLE supply_share (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	account_id TEXT NOT NULL, 
	supplier TEXT NOT NULL, 
	share INTEGER NOT NULL, 
	ours BOOLEAN NOT NULL, 
	category TEXT, 
	as_of DATE, 
	source TEXT, 
	CONSTRAINT pk_supply_share PRIMARY KEY (id), 
	CONSTRAINT fk_supply_share_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_supply_share_account_id ON supply_share (account_id);
CREATE TABLE import_sender (
	fingerprint TEXT NOT NULL, 
	name TEXT NOT NULL, 
	pattern TEXT, 
	mapping TEXT NOT NULL, 
	used_at TEXT NOT NULL, 
	CONSTRAINT pk_import_sender PRIMARY KEY (fingerprint)
);
CREATE TABLE sales_history (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	account_id TEXT NOT NULL, 
	first_day DATE NOT NULL, 
	last_day DATE NOT NULL, 
	amount BIGINT NOT NULL, 
	currency TEXT NOT NULL, 
	tax_included BOOLEAN, 
	product_id TEXT, 
	source TEXT, 
	CONSTRAINT pk_sales_history PRIMARY KEY (id), 
	CONSTRAINT fk_sales_history_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_sales_history_product_id FOREIGN KEY(product_id) REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_sales_history_account_id ON sales_history (account_id);
CREATE INDEX ix_sales_history_product_id ON sales_history (product_id);
CREATE TABLE sync_origin (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	rep TEXT, 
	device TEXT, 
	CONSTRAINT pk_sync_origin PRIMARY KEY (number), 
	CONSTRAINT uq_sync_origin_id UNIQUE (id)
);
CREATE TABLE sync_stamp (
	origin INTEGER NOT NULL, 
	counter BIGINT NOT NULL, 
	clock BIGINT NOT NULL, 
	user TEXT, 
	sequence INTEGER NOT NULL, 
	CONSTRAINT pk_sync_stamp PRIMARY KEY (origin, counter)
)
 WITHOUT ROWID;
CREATE INDEX ix_sync_stamp_sequence ON sync_stamp (sequence);
CREATE TABLE sync_row (
	"table" TEXT NOT NULL, 
	"row" TEXT NOT NULL, 
	vector TEXT NOT NULL, 
	origin INTEGER NOT NULL, 
	counter BIGINT NOT NULL, 
	exceptions TEXT, 
	rest TEXT, 
	place TEXT, 
	via INTEGER, 
	conflicts INTEGER NOT NULL, 
	sequence INTEGER NOT NULL, 
	CONSTRAINT pk_sync_row PRIMARY KEY ("table", "row")
)
 WITHOUT ROWID;
CREATE TABLE sync_peer (
	"key" TEXT NOT NULL, 
	rep TEXT NOT NULL, 
	device TEXT NOT NULL, 
	role TEXT NOT NULL, 
	recipient TEXT, 
	added_at TEXT NOT NULL, 
	removed_at TEXT, 
	acked INTEGER NOT NULL, 
	replica TEXT, 
	CONSTRAINT pk_sync_peer PRIMARY KEY ("key")
);
CREATE TABLE sync_received (
	peer TEXT NOT NULL, 
	replica TEXT NOT NULL, 
	upto INTEGER NOT NULL, 
	CONSTRAINT pk_sync_received PRIMARY KEY (peer, replica)
);
CREATE TABLE sync_package (
	number INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	direction TEXT NOT NULL, 
	peer TEXT, 
	at TEXT NOT NULL, 
	name TEXT NOT NULL, 
	rows INTEGER NOT NULL, 
	week TEXT, 
	closed INTEGER, 
	CONSTRAINT pk_sync_package PRIMARY KEY (number)
);
CREATE INDEX ix_sync_package_sha256 ON sync_package (sha256);
CREATE TABLE sync_owner (
	rep TEXT NOT NULL, 
	account TEXT NOT NULL, 
	CONSTRAINT pk_sync_owner PRIMARY KEY (rep, account)
)
 WITHOUT ROWID;
CREATE TABLE sync_scope (
	peer TEXT NOT NULL, 
	"table" TEXT NOT NULL, 
	"row" TEXT NOT NULL, 
	upto INTEGER NOT NULL, 
	CONSTRAINT pk_sync_scope PRIMARY KEY (peer, "table", "row")
)
 WITHOUT ROWID;
CREATE TABLE week_closing (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	line_id TEXT NOT NULL, 
	monday DATE NOT NULL, 
	closed_at TEXT NOT NULL, 
	closed_by TEXT, 
	reopened_at TEXT, 
	reopened_by TEXT, 
	CONSTRAINT pk_week_closing PRIMARY KEY (id), 
	CONSTRAINT fk_week_closing_line_id FOREIGN KEY(line_id) REFERENCES visit_line (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_week_closing_line_id ON week_closing (line_id);
CREATE TABLE account_share (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	account_id TEXT NOT NULL, 
	colleague TEXT NOT NULL, 
	shared_by TEXT NOT NULL, 
	since DATE NOT NULL, 
	until DATE, 
	purpose TEXT, 
	CONSTRAINT pk_account_share PRIMARY KEY (id), 
	CONSTRAINT fk_account_share_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_account_share_account_id ON account_share (account_id);
CREATE TABLE sync_range (
	replica TEXT NOT NULL, 
	since INTEGER NOT NULL, 
	upto INTEGER NOT NULL, 
	spared TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	CONSTRAINT pk_sync_range PRIMARY KEY (replica, since, upto, spared)
)
 WITHOUT ROWID;
CREATE TABLE sync_refused (
	number INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	peer TEXT NOT NULL, 
	rep TEXT NOT NULL, 
	device TEXT NOT NULL, 
	"table" TEXT NOT NULL, 
	"row" TEXT NOT NULL, 
	what TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	fields TEXT NOT NULL, 
	told TEXT, 
	settled_at TEXT, 
	CONSTRAINT pk_sync_refused PRIMARY KEY (number)
);
CREATE INDEX ix_sync_refused_row ON sync_refused ("table", "row");
CREATE TABLE sync_capsule (
	replica TEXT NOT NULL, 
	rep TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	sequence INTEGER NOT NULL, 
	CONSTRAINT pk_sync_capsule PRIMARY KEY (replica)
);
CREATE TABLE "need" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "what" TEXT NOT NULL, "kind" TEXT, "rank" INTEGER, "importance" INTEGER, "met" INTEGER, "verified_on" DATE, "until" DATE, CONSTRAINT pk_need PRIMARY KEY (id), CONSTRAINT fk_need_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_need_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_need_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_need_account_id ON "need" ("account_id");
CREATE TABLE "satisfaction" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "asked" TEXT NOT NULL, "score" INTEGER NOT NULL, "said" TEXT, CONSTRAINT pk_satisfaction PRIMARY KEY (id), CONSTRAINT fk_satisfaction_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_satisfaction_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_satisfaction_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_satisfaction_account_id ON "satisfaction" ("account_id");
CREATE TABLE "competitor" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "name" TEXT NOT NULL, "short_name" TEXT, "region" TEXT, "strengths" TEXT, "weaknesses" TEXT, "until" DATE, CONSTRAINT pk_competitor PRIMARY KEY (id), CONSTRAINT fk_competitor_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_competitor_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "competitor_move" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "competitor_id" TEXT NOT NULL, "purpose" TEXT NOT NULL, "motive" TEXT NOT NULL, "behaviour" TEXT NOT NULL, "account_id" TEXT, "region" TEXT, "product_id" TEXT, "said" TEXT, "severity" INTEGER, "response" TEXT, "owner" TEXT, "due_on" DATE, "response_state" TEXT, "until" DATE, CONSTRAINT pk_competitor_move PRIMARY KEY (id), CONSTRAINT fk_competitor_move_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_competitor_move_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_competitor_move_competitor_id FOREIGN KEY("competitor_id") REFERENCES "competitor" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_competitor_move_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_competitor_move_product_id FOREIGN KEY("product_id") REFERENCES "product" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_competitor_move_account_id ON "competitor_move" ("account_id");
CREATE TABLE "rival_reason" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "reason" TEXT NOT NULL, "competitor_id" TEXT, "weight" INTEGER, "said" TEXT, "until" DATE, CONSTRAINT pk_rival_reason PRIMARY KEY (id), CONSTRAINT fk_rival_reason_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_rival_reason_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_rival_reason_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_rival_reason_competitor_id FOREIGN KEY("competitor_id") REFERENCES "competitor" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_rival_reason_account_id ON "rival_reason" ("account_id");
CREATE TABLE "win_condition" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "what" TEXT NOT NULL, "kind" TEXT NOT NULL, "state" TEXT NOT NULL, "competitor_id" TEXT, "cost" BIGINT, "currency" TEXT, "approver" TEXT, "due_on" DATE, "met_on" DATE, CONSTRAINT pk_win_condition PRIMARY KEY (id), CONSTRAINT fk_win_condition_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_win_condition_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_win_condition_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_win_condition_competitor_id FOREIGN KEY("competitor_id") REFERENCES "competitor" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_win_condition_account_id ON "win_condition" ("account_id");
CREATE TABLE "our_reason" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "purpose" TEXT NOT NULL, "motive" TEXT NOT NULL, "behaviour" TEXT NOT NULL, "said" TEXT, "until" DATE, CONSTRAINT pk_our_reason PRIMARY KEY (id), CONSTRAINT fk_our_reason_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_our_reason_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_our_reason_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_our_reason_account_id ON "our_reason" ("account_id");
CREATE TABLE "service_item" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "name" TEXT NOT NULL, "kind" TEXT, "rank" INTEGER, CONSTRAINT pk_service_item PRIMARY KEY (id), CONSTRAINT fk_service_item_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_service_item_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "service_mark" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "item_id" TEXT NOT NULL, "competitor_id" TEXT, "given" TEXT NOT NULL, "wanted" BOOLEAN, "rating" INTEGER, "said" TEXT, CONSTRAINT pk_service_mark PRIMARY KEY (id), CONSTRAINT fk_service_mark_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_service_mark_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_service_mark_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_service_mark_item_id FOREIGN KEY("item_id") REFERENCES "service_item" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_service_mark_competitor_id FOREIGN KEY("competitor_id") REFERENCES "competitor" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_service_mark_account_id ON "service_mark" ("account_id");
CREATE TABLE "benefit" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "what" TEXT NOT NULL, "kind" TEXT NOT NULL, "since" DATE, "until" DATE, "worth" BIGINT, "currency" TEXT, CONSTRAINT pk_benefit PRIMARY KEY (id), CONSTRAINT fk_benefit_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_benefit_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_benefit_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_benefit_account_id ON "benefit" ("account_id");
CREATE TABLE "benefit_valuation" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "benefit_id" TEXT NOT NULL, "score" INTEGER NOT NULL, "said" TEXT, CONSTRAINT pk_benefit_valuation PRIMARY KEY (id), CONSTRAINT fk_benefit_valuation_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_benefit_valuation_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_benefit_valuation_benefit_id FOREIGN KEY("benefit_id") REFERENCES "benefit" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_benefit_valuation_benefit_id ON "benefit_valuation" ("benefit_id");
CREATE TABLE "terms" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "what" TEXT NOT NULL, "kind" TEXT NOT NULL, "since" DATE, "until" DATE, "share" INTEGER, "days" INTEGER, "amount" BIGINT, "currency" TEXT, "approver" TEXT, CONSTRAINT pk_terms PRIMARY KEY (id), CONSTRAINT fk_terms_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_terms_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_terms_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_terms_account_id ON "terms" ("account_id");
CREATE TABLE "agreement" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "name" TEXT NOT NULL, "kind" TEXT NOT NULL, "number" TEXT, "signed_on" DATE, "first_day" DATE NOT NULL, "last_day" DATE, "amount" BIGINT, "currency" TEXT, "quantity" BIGINT, "unit" TEXT, CONSTRAINT pk_agreement PRIMARY KEY (id), CONSTRAINT fk_agreement_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_agreement_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_agreement_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_agreement_account_id ON "agreement" ("account_id");
CREATE TABLE "intended_term" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "months" INTEGER, "open_ended" BOOLEAN NOT NULL, "said" TEXT, CONSTRAINT pk_intended_term PRIMARY KEY (id), CONSTRAINT fk_intended_term_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_intended_term_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_intended_term_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_intended_term_account_id ON "intended_term" ("account_id");
CREATE TABLE "retention_measure" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "what" TEXT NOT NULL, "kind" TEXT NOT NULL, "by_price" BOOLEAN NOT NULL, "hard_to_copy" INTEGER, "owner" TEXT, "due_on" DATE, "state" TEXT NOT NULL, "done_on" DATE, CONSTRAINT pk_retention_measure PRIMARY KEY (id), CONSTRAINT fk_retention_measure_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_retention_measure_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_retention_measure_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_retention_measure_account_id ON "retention_measure" ("account_id");
CREATE TABLE "loyalty_judgement" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "judgement" TEXT NOT NULL, "why" TEXT, CONSTRAINT pk_loyalty_judgement PRIMARY KEY (id), CONSTRAINT fk_loyalty_judgement_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_loyalty_judgement_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_loyalty_judgement_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_loyalty_judgement_account_id ON "loyalty_judgement" ("account_id");
CREATE TABLE "exit_criterion" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "sign" TEXT NOT NULL, "what" TEXT NOT NULL, "amount" BIGINT, "currency" TEXT, "days" INTEGER, "until" DATE, CONSTRAINT pk_exit_criterion PRIMARY KEY (id), CONSTRAINT fk_exit_criterion_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_exit_criterion_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_exit_criterion_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_exit_criterion_account_id ON "exit_criterion" ("account_id");
CREATE TABLE "exit_decision" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "decision" TEXT NOT NULL, "sign" TEXT, "why" TEXT, "decided_by" TEXT, CONSTRAINT pk_exit_decision PRIMARY KEY (id), CONSTRAINT fk_exit_decision_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_exit_decision_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_exit_decision_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_exit_decision_account_id ON "exit_decision" ("account_id");
CREATE TABLE "value_deed" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "what" TEXT NOT NULL, "touch" TEXT NOT NULL, "kind" TEXT NOT NULL, "contact_id" TEXT, "visit_id" TEXT, "worth" BIGINT, "cost" BIGINT, "currency" TEXT, "hard_to_copy" INTEGER, "effect_seen" TEXT, CONSTRAINT pk_value_deed PRIMARY KEY (id), CONSTRAINT fk_value_deed_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_value_deed_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_value_deed_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_value_deed_contact_id FOREIGN KEY("contact_id") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_value_deed_visit_id FOREIGN KEY("visit_id") REFERENCES "visit" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_value_deed_account_id ON "value_deed" ("account_id");
CREATE TABLE "internal_request" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "what" TEXT NOT NULL, "department" TEXT NOT NULL, "account_id" TEXT, "promise_id" TEXT, "asked_of" TEXT, "due_on" DATE, "cost" BIGINT, "currency" TEXT, "state" TEXT NOT NULL, "answered_by" TEXT, "answered_on" DATE, "outcome" TEXT, CONSTRAINT pk_internal_request PRIMARY KEY (id), CONSTRAINT fk_internal_request_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_internal_request_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_internal_request_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_internal_request_promise_id FOREIGN KEY("promise_id") REFERENCES "promise" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_internal_request_account_id ON "internal_request" ("account_id");
CREATE TABLE "care_event" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "what" TEXT NOT NULL, "kind" TEXT NOT NULL, "contact_id" TEXT, "calendar" TEXT NOT NULL, "year" INTEGER, "month" INTEGER NOT NULL, "day_of_month" INTEGER NOT NULL, "leap" BOOLEAN NOT NULL, "yearly" BOOLEAN NOT NULL, "wish" TEXT, "request_id" TEXT, "outcome" TEXT, "done_on" DATE, "until" DATE, CONSTRAINT pk_care_event PRIMARY KEY (id), CONSTRAINT fk_care_event_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_care_event_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_care_event_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_care_event_contact_id FOREIGN KEY("contact_id") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_care_event_request_id FOREIGN KEY("request_id") REFERENCES "internal_request" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_care_event_account_id ON "care_event" ("account_id");
CREATE TABLE "risk" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "hazard" TEXT NOT NULL, "place" TEXT, "what" TEXT, "first_month" INTEGER, "last_month" INTEGER, "at_stake" BIGINT, "currency" TEXT, "insured" TEXT NOT NULL, "until" DATE, CONSTRAINT pk_risk PRIMARY KEY (id), CONSTRAINT fk_risk_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_risk_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_risk_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_risk_account_id ON "risk" ("account_id");
CREATE TABLE "advice" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "risk_id" TEXT NOT NULL, "what" TEXT NOT NULL, "contact_id" TEXT, "answer" TEXT NOT NULL, "answered_on" DATE, "outcome" TEXT, "loss_avoided" BIGINT, "currency" TEXT, CONSTRAINT pk_advice PRIMARY KEY (id), CONSTRAINT fk_advice_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_advice_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_advice_risk_id FOREIGN KEY("risk_id") REFERENCES "risk" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_advice_contact_id FOREIGN KEY("contact_id") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_advice_risk_id ON "advice" ("risk_id");
CREATE TABLE "stage_assessment" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "stage" TEXT NOT NULL, "why" TEXT, CONSTRAINT pk_stage_assessment PRIMARY KEY (id), CONSTRAINT fk_stage_assessment_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_stage_assessment_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_stage_assessment_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_stage_assessment_account_id ON "stage_assessment" ("account_id");
CREATE TABLE "stage_sign" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "assessment_id" TEXT NOT NULL, "sign" TEXT NOT NULL, "seen" BOOLEAN NOT NULL, "said" TEXT, CONSTRAINT pk_stage_sign PRIMARY KEY (id), CONSTRAINT fk_stage_sign_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_stage_sign_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_stage_sign_assessment_id FOREIGN KEY("assessment_id") REFERENCES "stage_assessment" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_stage_sign_assessment_id ON "stage_sign" ("assessment_id");
CREATE TABLE "alliance_point" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "point" TEXT NOT NULL, "score" INTEGER NOT NULL, "account_id" TEXT, "said" TEXT, CONSTRAINT pk_alliance_point PRIMARY KEY (id), CONSTRAINT fk_alliance_point_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_alliance_point_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_alliance_point_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_alliance_point_account_id ON "alliance_point" ("account_id");
CREATE TABLE "target" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "metric" TEXT NOT NULL, "first_day" DATE NOT NULL, "last_day" DATE NOT NULL, "amount" BIGINT, "currency" TEXT, "quantity" BIGINT, "unit" TEXT, "name" TEXT, "account_id" TEXT, "product_id" TEXT, "rep_id" TEXT, "parent_id" TEXT, "set_by" TEXT, CONSTRAINT pk_target PRIMARY KEY (id), CONSTRAINT fk_target_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_target_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_target_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_target_product_id FOREIGN KEY("product_id") REFERENCES "product" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_target_rep_id FOREIGN KEY("rep_id") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_target_parent_id FOREIGN KEY("parent_id") REFERENCES "target" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_target_account_id ON "target" ("account_id");
CREATE TABLE "target_reason" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "target_id" TEXT NOT NULL, "for_whom" TEXT NOT NULL, "reason" TEXT NOT NULL, "said" TEXT, CONSTRAINT pk_target_reason PRIMARY KEY (id), CONSTRAINT fk_target_reason_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_target_reason_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_target_reason_target_id FOREIGN KEY("target_id") REFERENCES "target" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_target_reason_target_id ON "target_reason" ("target_id");
CREATE TABLE "target_cause" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "target_id" TEXT NOT NULL, "first_day" DATE NOT NULL, "last_day" DATE NOT NULL, "cause" TEXT NOT NULL, "amount" BIGINT, "currency" TEXT, "quantity" BIGINT, "unit" TEXT, "account_id" TEXT, "product_id" TEXT, "said" TEXT, CONSTRAINT pk_target_cause PRIMARY KEY (id), CONSTRAINT fk_target_cause_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_target_cause_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_target_cause_target_id FOREIGN KEY("target_id") REFERENCES "target" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_target_cause_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_target_cause_product_id FOREIGN KEY("product_id") REFERENCES "product" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_target_cause_target_id ON "target_cause" ("target_id");
CREATE INDEX ix_target_cause_account_id ON "target_cause" ("account_id");
CREATE TABLE "development_plan" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "to_stage" TEXT NOT NULL, "due_on" DATE NOT NULL, "from_stage" TEXT, "owner" TEXT, "state" TEXT NOT NULL, "reached_on" DATE, "target_id" TEXT, "why" TEXT, CONSTRAINT pk_development_plan PRIMARY KEY (id), CONSTRAINT fk_development_plan_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_development_plan_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_development_plan_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_development_plan_target_id FOREIGN KEY("target_id") REFERENCES "target" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_development_plan_account_id ON "development_plan" ("account_id");
CREATE TABLE "key_rule" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "name" TEXT, "valid_from" DATE NOT NULL, "pass_mark" INTEGER, "set_by" TEXT, "confirmed_on" DATE, "confirmed_by" TEXT, "why" TEXT, CONSTRAINT pk_key_rule PRIMARY KEY (id), CONSTRAINT fk_key_rule_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_key_rule_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "rule_criterion" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "rule_id" TEXT NOT NULL, "criterion" TEXT NOT NULL, "amount" BIGINT, "currency" TEXT, "quantity" BIGINT, "unit" TEXT, "weight" INTEGER, "required" BOOLEAN NOT NULL, "rank" INTEGER, CONSTRAINT pk_rule_criterion PRIMARY KEY (id), CONSTRAINT fk_rule_criterion_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_rule_criterion_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_rule_criterion_rule_id FOREIGN KEY("rule_id") REFERENCES "key_rule" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_rule_criterion_rule_id ON "rule_criterion" ("rule_id");
CREATE TABLE "rule_exception" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "rule_id" TEXT, "is_key" BOOLEAN NOT NULL, "why" TEXT NOT NULL, "approver" TEXT, "until" DATE, CONSTRAINT pk_rule_exception PRIMARY KEY (id), CONSTRAINT fk_rule_exception_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_rule_exception_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_rule_exception_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_rule_exception_rule_id FOREIGN KEY("rule_id") REFERENCES "key_rule" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_rule_exception_account_id ON "rule_exception" ("account_id");
CREATE TABLE "service_policy" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "value_class" TEXT NOT NULL, "key_only" BOOLEAN NOT NULL, "stage" TEXT, "visits" INTEGER, "contacts" INTEGER, "reports" INTEGER, "said" TEXT, "valid_from" DATE NOT NULL, "confirmed_on" DATE, "set_by" TEXT, CONSTRAINT pk_service_policy PRIMARY KEY (id), CONSTRAINT fk_service_policy_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_service_policy_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "worth" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "aspect" TEXT NOT NULL, "score" INTEGER NOT NULL, "why" TEXT, CONSTRAINT pk_worth PRIMARY KEY (id), CONSTRAINT fk_worth_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_worth_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_worth_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_worth_account_id ON "worth" ("account_id");
CREATE TABLE "potential" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "amount" BIGINT NOT NULL, "currency" TEXT, "category" TEXT, "said" TEXT, CONSTRAINT pk_potential PRIMARY KEY (id), CONSTRAINT fk_potential_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_potential_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_potential_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_potential_account_id ON "potential" ("account_id");
CREATE TABLE "serving_cost" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "kind" TEXT NOT NULL, "first_day" DATE NOT NULL, "last_day" DATE NOT NULL, "amount" BIGINT NOT NULL, "currency" TEXT, "said" TEXT, CONSTRAINT pk_serving_cost PRIMARY KEY (id), CONSTRAINT fk_serving_cost_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_serving_cost_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_serving_cost_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_serving_cost_account_id ON "serving_cost" ("account_id");
CREATE TABLE "margin" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "first_day" DATE NOT NULL, "last_day" DATE NOT NULL, "amount" BIGINT NOT NULL, "currency" TEXT, "tax_included" BOOLEAN, "product_id" TEXT, "source" TEXT, CONSTRAINT pk_margin PRIMARY KEY (id), CONSTRAINT fk_margin_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_margin_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_margin_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_margin_product_id FOREIGN KEY("product_id") REFERENCES "product" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_margin_account_id ON "margin" ("account_id");
CREATE TABLE "account_nature" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "kind" TEXT NOT NULL, "segment" TEXT, "pattern" TEXT, "said" TEXT, CONSTRAINT pk_account_nature PRIMARY KEY (id), CONSTRAINT fk_account_nature_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_account_nature_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_account_nature_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_account_nature_account_id ON "account_nature" ("account_id");
CREATE TABLE "life_cycle" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "kind" TEXT NOT NULL, "what" TEXT NOT NULL, "product_id" TEXT, "days" INTEGER, "last_on" DATE, "next_on" DATE, "until" DATE, CONSTRAINT pk_life_cycle PRIMARY KEY (id), CONSTRAINT fk_life_cycle_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_life_cycle_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_life_cycle_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_life_cycle_product_id FOREIGN KEY("product_id") REFERENCES "product" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_life_cycle_account_id ON "life_cycle" ("account_id");
CREATE TABLE "account_team" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "name" TEXT NOT NULL, "function" TEXT NOT NULL, "part" TEXT NOT NULL, "rep_id" TEXT, "phone" TEXT, "since" DATE NOT NULL, "until" DATE, CONSTRAINT pk_account_team PRIMARY KEY (id), CONSTRAINT fk_account_team_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_account_team_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_account_team_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_account_team_rep_id FOREIGN KEY("rep_id") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_account_team_account_id ON "account_team" ("account_id");
CREATE TABLE "team_member" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "name" TEXT NOT NULL, "title" TEXT, "phone" TEXT, "rep_id" TEXT, "administrator" BOOLEAN NOT NULL, "since" DATE NOT NULL, "until" DATE, CONSTRAINT pk_team_member PRIMARY KEY (id), CONSTRAINT fk_team_member_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_team_member_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_team_member_rep_id FOREIGN KEY("rep_id") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "member_duty" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "member_id" TEXT NOT NULL, "account_id" TEXT, "record" TEXT NOT NULL, "may_change" BOOLEAN NOT NULL, "may_export" BOOLEAN NOT NULL, "until" DATE, CONSTRAINT pk_member_duty PRIMARY KEY (id), CONSTRAINT fk_member_duty_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_member_duty_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_member_duty_member_id FOREIGN KEY("member_id") REFERENCES "team_member" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_member_duty_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_member_duty_member_id ON "member_duty" ("member_id");
CREATE TABLE "handover" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "given_by" TEXT NOT NULL, "taken_by" TEXT NOT NULL, "to_rep_id" TEXT, "reason" TEXT NOT NULL, "handed_on" DATE, "introduced_on" DATE, "state" TEXT NOT NULL, "said" TEXT, CONSTRAINT pk_handover PRIMARY KEY (id), CONSTRAINT fk_handover_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_handover_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_handover_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_handover_to_rep_id FOREIGN KEY("to_rep_id") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_handover_account_id ON "handover" ("account_id");
CREATE TABLE "prospect" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "expected_on" DATE, "source" TEXT, "qualified" TEXT NOT NULL, "reason" TEXT, "amount" BIGINT, "currency" TEXT, "call_again_on" DATE, "said" TEXT, CONSTRAINT pk_prospect PRIMARY KEY (id), CONSTRAINT fk_prospect_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_prospect_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_prospect_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_prospect_account_id ON "prospect" ("account_id");
CREATE TABLE "lead_passed" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "passed_to" TEXT NOT NULL, "to_account_id" TEXT, "to_rep_id" TEXT, "taken_on" DATE, "returned_on" DATE, "return_reason" TEXT, "said" TEXT, CONSTRAINT pk_lead_passed PRIMARY KEY (id), CONSTRAINT fk_lead_passed_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_lead_passed_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_lead_passed_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_lead_passed_to_account_id FOREIGN KEY("to_account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_lead_passed_to_rep_id FOREIGN KEY("to_rep_id") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_lead_passed_account_id ON "lead_passed" ("account_id");
CREATE TABLE "delivery" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "promised_on" DATE NOT NULL, "arrived_on" DATE, "order_id" TEXT, "product_id" TEXT, "quantity" BIGINT, "unit" TEXT, "transport" TEXT, "stock_out_days" INTEGER, "cause" TEXT, "said" TEXT, CONSTRAINT pk_delivery PRIMARY KEY (id), CONSTRAINT fk_delivery_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_delivery_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_delivery_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_delivery_order_id FOREIGN KEY("order_id") REFERENCES "order" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_delivery_product_id FOREIGN KEY("product_id") REFERENCES "product" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_delivery_account_id ON "delivery" ("account_id");
CREATE TABLE "suggested_order" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT NOT NULL, "state" TEXT NOT NULL, "visit_id" TEXT, "signed_on" DATE, "order_id" TEXT, "said" TEXT, CONSTRAINT pk_suggested_order PRIMARY KEY (id), CONSTRAINT fk_suggested_order_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_suggested_order_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_suggested_order_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_suggested_order_visit_id FOREIGN KEY("visit_id") REFERENCES "visit" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_suggested_order_order_id FOREIGN KEY("order_id") REFERENCES "order" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_suggested_order_account_id ON "suggested_order" ("account_id");
CREATE TABLE "suggested_line" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "suggestion_id" TEXT NOT NULL, "product_id" TEXT NOT NULL, "quantity" BIGINT, "agreed" BIGINT, "unit" TEXT, "rank" INTEGER, CONSTRAINT pk_suggested_line PRIMARY KEY (id), CONSTRAINT fk_suggested_line_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_suggested_line_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_suggested_line_suggestion_id FOREIGN KEY("suggestion_id") REFERENCES "suggested_order" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_suggested_line_product_id FOREIGN KEY("product_id") REFERENCES "product" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_suggested_line_suggestion_id ON "suggested_line" ("suggestion_id");
CREATE TABLE "supply_setting" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "account_id" TEXT, "product_id" TEXT, "lead_weeks" INTEGER, "cover_weeks" INTEGER, CONSTRAINT pk_supply_setting PRIMARY KEY (id), CONSTRAINT fk_supply_setting_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_supply_setting_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_supply_setting_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_supply_setting_product_id FOREIGN KEY("product_id") REFERENCES "product" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_supply_setting_account_id ON "supply_setting" ("account_id");
CREATE TABLE "season_factor" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "month" INTEGER NOT NULL, "factor" INTEGER NOT NULL, "product_id" TEXT, "account_id" TEXT, CONSTRAINT pk_season_factor PRIMARY KEY (id), CONSTRAINT fk_season_factor_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_season_factor_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_season_factor_product_id FOREIGN KEY("product_id") REFERENCES "product" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_season_factor_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_season_factor_account_id ON "season_factor" ("account_id");
CREATE TABLE "report_issue" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "paper" TEXT NOT NULL, "audience" TEXT NOT NULL, "account_id" TEXT, "contact_id" TEXT, "to_whom" TEXT, "version" TEXT, "visit_id" TEXT, "said" TEXT, CONSTRAINT pk_report_issue PRIMARY KEY (id), CONSTRAINT fk_report_issue_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_report_issue_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_report_issue_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_report_issue_contact_id FOREIGN KEY("contact_id") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_report_issue_visit_id FOREIGN KEY("visit_id") REFERENCES "visit" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_report_issue_account_id ON "report_issue" ("account_id");
CREATE TABLE "checked" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "question" TEXT NOT NULL, "outcome" TEXT NOT NULL, "account_id" TEXT, "reason" TEXT, "checked_by" TEXT, CONSTRAINT pk_checked PRIMARY KEY (id), CONSTRAINT fk_checked_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_checked_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_checked_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_checked_account_id ON "checked" ("account_id");
CREATE TABLE "evidence" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "known_on" DATE NOT NULL, "said_by" TEXT, "recorded_by" TEXT, "subject" TEXT NOT NULL, "subject_id" TEXT NOT NULL, "visit_id" TEXT, "note_id" TEXT, "attachment_id" TEXT, "said" TEXT, CONSTRAINT pk_evidence PRIMARY KEY (id), CONSTRAINT fk_evidence_said_by FOREIGN KEY("said_by") REFERENCES "contact" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_evidence_recorded_by FOREIGN KEY("recorded_by") REFERENCES "rep" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_evidence_visit_id FOREIGN KEY("visit_id") REFERENCES "visit" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_evidence_note_id FOREIGN KEY("note_id") REFERENCES "note" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_evidence_attachment_id FOREIGN KEY("attachment_id") REFERENCES "attachment" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "action" (id TEXT NOT NULL, recorded_at TEXT NOT NULL, deleted_at TEXT, "what" TEXT NOT NULL, "account_id" TEXT, "visit_id" TEXT, "owner" TEXT, "due_on" DATE, "state" TEXT NOT NULL, "done_on" DATE, "plan_id" TEXT, "target_id" TEXT, CONSTRAINT pk_action PRIMARY KEY (id), CONSTRAINT fk_action_account_id FOREIGN KEY("account_id") REFERENCES "account" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_action_visit_id FOREIGN KEY("visit_id") REFERENCES "visit" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_action_plan_id FOREIGN KEY("plan_id") REFERENCES "development_plan" (id) DEFERRABLE INITIALLY DEFERRED, CONSTRAINT fk_action_target_id FOREIGN KEY("target_id") REFERENCES "target" (id) DEFERRABLE INITIALLY DEFERRED);
CREATE INDEX ix_action_account_id ON "action" ("account_id");
CREATE INDEX ix_action_visit_id ON "action" ("visit_id");
CREATE INDEX ix_action_plan_id ON "action" ("plan_id");
CREATE INDEX ix_action_target_id ON "action" ("target_id");
CREATE INDEX ix_sync_row_conflicts ON sync_row (conflicts) WHERE conflicts > 0;
CREATE INDEX ix_sync_row_place ON sync_row (place) WHERE place IS NOT NULL;
CREATE TABLE informant_share (
	id TEXT NOT NULL, 
	recorded_at TEXT NOT NULL, 
	deleted_at TEXT, 
	assignment_id TEXT NOT NULL, 
	manager TEXT NOT NULL, role TEXT, 
	CONSTRAINT pk_informant_share PRIMARY KEY (id), 
	CONSTRAINT fk_informant_share_assignment_id FOREIGN KEY(assignment_id) REFERENCES informant_assignment (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_informant_share_assignment_id ON informant_share (assignment_id);
CREATE TABLE sync_entrusted (
	replica TEXT NOT NULL, 
	manager TEXT NOT NULL, 
	role TEXT NOT NULL, 
	rep TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_sync_entrusted PRIMARY KEY (replica, manager, role)
);
INSERT INTO "alembic_version" VALUES ('0010');
INSERT INTO "book" VALUES ('search_index', '3');
