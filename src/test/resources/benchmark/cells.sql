-- The checks of single rows and of keys for a file of victims, as one would write them for DuckDB.
-- One statement ends at each semicolon; {file} and {year} are filled in.

create or replace table received as
select * from read_csv('{file}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"');

create or replace table cells as
with coded as (
    select
        received.rowid + 2 as line,
        received.*,
        freq.position as freq_at,
        area.position as area_at,
        sex.position as sex_at,
        age.position as age_at,
        form.position as form_at,
        unit.position as unit_at,
        case
            when regexp_full_match(TIME_PERIOD, '[0-9]{4}') and TIME_PERIOD between '2000' and '{year}'
            then TIME_PERIOD::smallint
        end as year,
        case when regexp_full_match(OBS_VALUE, '[0-9]{1,15}') then OBS_VALUE::bigint end as counted,
        OBS_STATUS is not null and status.code is null as no_status,
        CONF_STATUS is not null and confidentiality.code is null as no_confidentiality,
        coalesce(OBS_STATUS in ('O', 'L', 'M', 'Q', 'J'), false) as without_value
    from received
    left join codes_freq freq on FREQ = freq.code
    left join codes_area area on REF_AREA = area.code
    left join codes_sex sex on SEX = sex.code
    left join codes_age age on AGE = age.code
    left join codes_form form on EXPLOITATION = form.code
    left join codes_unit unit on UNIT_MEASURE = unit.code
    left join codes_status status on OBS_STATUS = status.code
    left join codes_confidentiality confidentiality on CONF_STATUS = confidentiality.code
)
select
    *,
    freq_at is null or area_at is null or sex_at is null or age_at is null or form_at is null or unit_at is null
        or year is null as keyless,
    keyless or no_status or no_confidentiality
        or OBS_VALUE is not null and counted is null
        or OBS_VALUE is null and not without_value
        or counted is not null and without_value as faulty
from coded;

create or replace table findings as
select 'unknown-code' as rule, line, 'FREQ' as place, FREQ as text from cells where freq_at is null
union all select 'unknown-code', line, 'REF_AREA', REF_AREA from cells where area_at is null
union all select 'unknown-code', line, 'SEX', SEX from cells where sex_at is null
union all select 'unknown-code', line, 'AGE', AGE from cells where age_at is null
union all select 'unknown-code', line, 'EXPLOITATION', EXPLOITATION from cells where form_at is null
union all select 'unknown-code', line, 'UNIT_MEASURE', UNIT_MEASURE from cells where unit_at is null
union all select 'unknown-code', line, 'OBS_STATUS', OBS_STATUS from cells where no_status
union all select 'unknown-code', line, 'CONF_STATUS', CONF_STATUS from cells where no_confidentiality
union all select 'period-not-allowed', line, 'TIME_PERIOD', TIME_PERIOD from cells where year is null
union all select 'not-a-count', line, 'OBS_VALUE', OBS_VALUE from cells
    where OBS_VALUE is not null and counted is null
        and not regexp_full_match(trim(OBS_VALUE), '\+?[0-9]+([.,]0+)?')
union all select 'number-normalised', line, 'OBS_VALUE', OBS_VALUE from cells
    where counted is null and regexp_full_match(trim(OBS_VALUE), '\+?[0-9]+([.,]0+)?')
        or counted is not null and length(OBS_VALUE) > 1 and starts_with(OBS_VALUE, '0')
union all select 'missing-value-status', line, 'OBS_STATUS', OBS_STATUS from cells
    where OBS_VALUE is null and not without_value and not no_status
union all select 'value-with-missing-status', line, 'OBS_STATUS', OBS_STATUS from cells
    where counted is not null and without_value
union all select 'provider-withheld', line, 'CONF_STATUS', CONF_STATUS from cells
    where counted is not null and CONF_STATUS <> 'F'
union all select 'text-trimmed', line, 'any', null from cells
    where trim(FREQ) <> FREQ or trim(REF_AREA) <> REF_AREA or trim(SEX) <> SEX or trim(AGE) <> AGE
        or trim(EXPLOITATION) <> EXPLOITATION or trim(UNIT_MEASURE) <> UNIT_MEASURE
        or trim(TIME_PERIOD) <> TIME_PERIOD or trim(OBS_STATUS) <> OBS_STATUS or trim(CONF_STATUS) <> CONF_STATUS
union all select 'partial-year', min(line), 'OBS_STATUS', null from cells
    where counted is not null and year = {year} and coalesce(OBS_STATUS not in ('P', 'E', 'F'), true) group by area_at
union all select 'case-level-data', 1, null, null from cells having bool_and(coalesce(counted = 1, false));

create or replace table duplicates as
select area_at, sex_at, age_at, form_at, year, min(line, 2)[2] as line
from cells where not keyless group by area_at, sex_at, age_at, form_at, year having count(*) > 1;

insert into findings select 'duplicate-key', line, 'OBS_VALUE', null from duplicates;

create or replace table cube as
select
    cells.line, area_at, sex_at, age_at, form_at, year, OBS_STATUS as status,
    case when counted is not null then counted when OBS_STATUS = 'Q' then 0 end as low,
    case when counted is not null then counted when OBS_STATUS = 'Q' then 4 end as high,
    faulty or duplicates.line is not null as faulty
from cells left join duplicates using (area_at, sex_at, age_at, form_at, year)
where not keyless;
