-- The checks of one breakdown; {along} is its dimension and {others} are those that its rows have in common.

create or replace table parts as
select
    {others}, tree.parent as {along}_at,
    sum(low) as low, sum(high) as high, max(low) as largest,
    min(low) as least, max(high) as most, count(*) as parts,
    bool_or(faulty) as faulty, bool_or(low is null and not faulty) as lacks_part
from cube join codes_{along} tree on cube.{along}_at = tree.position
where tree.parent is not null
group by {others}, tree.parent;

create or replace table compared as
select
    whole.line, whole.low as whole_low, whole.high as whole_high, tree.parent is null as is_total,
    parts.low, parts.high, parts.largest, parts.least, parts.most, parts.parts, parts.lacks_part
from parts
join cube whole using ({others}, {along}_at)
join codes_{along} tree on whole.{along}_at = tree.position
where not parts.faulty and not whole.faulty and (parts.low > whole.high or parts.high < whole.low);

insert into findings
select 'part-exceeds-total', line, '{along}', null from compared where is_total and largest > whole_high
union all select 'sum-exceeds-total', line, '{along}', null from compared
    where is_total and low > whole_high and largest <= whole_high
union all select 'sum-below-total', line, '{along}', null from compared
    where is_total and high < whole_low and not lacks_part
union all select 'child-exceeds-parent', line, '{along}', null from compared where not is_total and low > whole_high
union all select 'copied-total', line, '{along}', null from compared
    where is_total and whole_low = whole_high and whole_low > 0 and parts > 1
        and (least = whole_low and most = whole_low or most = 0);
