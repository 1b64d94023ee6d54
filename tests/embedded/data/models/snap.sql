{% snapshot orders_snapshot %}
{{ config(target_schema='snapshots', unique_key='id') }}
select * from {{ source('shop', 'orders') }}
{% endsnapshot %}
