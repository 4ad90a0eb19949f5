-- During a rolling upgrade, a program that knows no mappings still stores files. The bytes that it received are its rows.

create function received_bytes_are_rows() returns trigger language plpgsql as $$
begin
    new.file_sha256 := coalesce(new.file_sha256, new.sha256);
    return new;
end $$;

create trigger received_bytes_are_rows before insert on submission
    for each row execute function received_bytes_are_rows();
