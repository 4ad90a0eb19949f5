-- The checks of totals over all breakdowns; {total} says which rows those are.

create or replace table totals as select * from cube where {total};

insert into findings
select 'total-missing', min(line), 'OBS_VALUE', null
from cube anti join totals using (area_at, year)
where low is not null and not faulty
group by area_at, year having count(*) > 1;

insert into findings
select 'change-over-time', one.line, 'OBS_VALUE', null
from totals one join totals other on one.area_at = other.area_at and one.year = other.year + 1
where not one.faulty and not other.faulty and coalesce(one.status not in ('B', 'D'), true)
    and (one.low >= 20 and other.high < one.low and one.low > 3 * other.high
        or other.low >= 20 and one.high < other.low and other.low > 3 * one.high);
