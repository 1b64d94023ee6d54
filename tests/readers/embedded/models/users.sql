select mobile
from {{ source('crm', 'member') }}
