{{ config(materialized='incremental', alias='fct_orders', schema="marts",
          post_hook="grant select on {{ this }} to reporter") }}
{# select a from comment #}
{% set methods = ['card', 'cash'] %}
with o as (
    select {{ dbt_utils.generate_surrogate_key(['id', 'day']) }} as key, id
    {%- for m in methods %}, sum({{ m }}) as {{ m }}_sum{% if not loop.last %},{% endif %}{% endfor %}
    from {{ ref('shop', 'stg_orders') }}
    left join{{ source('crm', 'member') }} m on m.id = o.id
), u as (
    {{ dbt_utils.union_relations([ref('a'), ref("b")]) }}
)
select * from o
{% if target.name == 'dev' %}join dev d on true{% else %}join prod p on true{% endif %}
{% if is_incremental() %}where day > (select max(day) from {{ this }}) and {{ var('x', 'y') }} = 1{% endif %}
{% raw %}-- {{ not.a.tag }}{% endraw %}
