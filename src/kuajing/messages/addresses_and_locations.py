"""Why an endpoint or system stands where it is said to stand."""

MESSAGES: dict[str, tuple[str, str]] = {
    "addresses_and_locations.region_known": (
        "{region} of {provider} is in {place}",
        "{provider} 的 {region} 位于 {place}",
    ),
    "addresses_and_locations.region_unknown": (
        "the region table has no {region} of {provider}; declare where the system stands",
        "地域表中没有 {provider} 的 {region}；请在申报文件中写明系统所在地",
    ),
    "addresses_and_locations.region_without_provider": (
        "a region id alone ({region}) proves nothing: it means different places at different clouds; name the provider",
        "仅有地域代码（{region}）不足以判断：同一代码在不同云上指不同地点；请写明云厂商",
    ),
    "addresses_and_locations.region_contradicts_host": (
        "the region stated beside it ({region}) and the host ({host}) point to different places",
        "旁边写明的地域（{region}）与主机（{host}）指向不同地点",
    ),
    "addresses_and_locations.partition_known": (
        "the partition {provider} is the mainland's",
        "分区 {provider} 属于境内",
    ),
    "addresses_and_locations.host_region": (
        "{host} names {region} of {provider}, which is in {place}",
        "{host} 带有 {provider} 的地域 {region}，位于 {place}",
    ),
    "addresses_and_locations.host_known": (
        "{host} is a host of {provider} that stands in one place only",
        "{host} 是 {provider} 的主机，只设在一处",
    ),
    "addresses_and_locations.host_outside": (
        "{host} is a host of {provider}, which has none on the mainland; which country is not known",
        "{host} 是 {provider} 的主机，该厂商在境内没有此类主机；所在国家或地区未知",
    ),
    "addresses_and_locations.host_control": (
        "{host} manages resources of many regions, so it proves nothing of where data lies; declare the region",
        "{host} 是管理接口，可管理多个地域的资源，不能说明数据所在地；请申报地域",
    ),
    "addresses_and_locations.host_edge": (
        "{host} is an acceleration entry, so it proves nothing of where data lies; declare the region",
        "{host} 是加速入口，不能说明数据所在地；请申报地域",
    ),
    "addresses_and_locations.host_region_unknown": (
        "{host} names a region ({region}) that the table of {provider} lacks; declare where the system stands",
        "{host} 带有地域 {region}，但 {provider} 的地域表中没有；请申报系统所在地",
    ),
    "addresses_and_locations.host_without_region": (
        "{host} is a host of {provider} that names no region; declare the region",
        "{host} 是 {provider} 的主机，但不带地域；请申报地域",
    ),
    "addresses_and_locations.host_suggested": (
        "{host} names no region; its instance id suggests {suggested}, which proves nothing; declare the region",
        "{host} 不带地域；其实例编号提示可能为 {suggested}，但不足为凭；请申报地域",
    ),
    "addresses_and_locations.service_known": (
        "{host} belongs to {service}, which keeps data there",
        "{host} 属于 {service}，数据保存在该地",
    ),
    "addresses_and_locations.service_outside": (
        "{host} belongs to {service}, which keeps data outside the mainland; which country is not known",
        "{host} 属于 {service}，数据保存在境外；所在国家或地区未知",
    ),
    "addresses_and_locations.service_suggested": (
        "{host} belongs to {service}, which may keep data in {suggested}; declare where it stands",
        "{host} 属于 {service}，数据可能保存在 {suggested}；此点未经核实或因租户而异，请申报所在地",
    ),
    "addresses_and_locations.service_unproven": (
        "{host} belongs to {service}; its name does not show where data lies; declare where it stands",
        "{host} 属于 {service}；其名称不能说明数据所在地；请申报所在地",
    ),
    "addresses_and_locations.kind_outside": (
        "{kind} is a store of {provider}, which has no region on the mainland; which country is not known",
        "{kind} 是 {provider} 的存储，该厂商在境内没有地域；所在国家或地区未知",
    ),
    "addresses_and_locations.bare_ip": (
        "an IP address ({host}) proves no place; declare the system that it belongs to",
        "IP 地址（{host}）不能说明所在地；请申报其所属系统",
    ),
    "addresses_and_locations.local_name": (
        "{host} is a name of the machine or its network; declare the system that it belongs to",
        "{host} 是本机或内网名称；请申报其所属系统",
    ),
    "addresses_and_locations.bare_name": (
        "{host} is a bare name that only its network knows; declare the system that it belongs to",
        "{host} 只是内部名称；请申报其所属系统",
    ),
    "addresses_and_locations.unknown_host": (
        "nothing is known of {host}, and the ending of a name proves no place; declare the system that it belongs to",
        "对 {host} 一无所知，域名后缀不能说明所在地；请申报其所属系统",
    ),
    "addresses_and_locations.hosts_differ": (
        "its hosts stand in different places ({hosts}); declare them as systems of their own",
        "其主机位于不同地点（{hosts}）；请分别申报为不同系统",
    ),
    "addresses_and_locations.placeholder": (
        "{placeholder} is filled in elsewhere; list it under the endpoints of a declared system",
        "{placeholder} 在别处赋值；请将其列入某个已申报系统的 endpoints",
    ),
    "addresses_and_locations.default_only": (
        "{host} is only the default of {placeholder}; list {placeholder} under the endpoints of a declared system",
        "{host} 只是 {placeholder} 的默认值，运行时可能被替换；请将 {placeholder} 列入某个已申报系统的 endpoints",
    ),
    "addresses_and_locations.on_the_machine": (
        "{address} lies on the machine that runs the job; declare where that is",
        "{address} 位于运行该作业的机器上；请申报其所在地",
    ),
    "addresses_and_locations.bucket_without_endpoint": (
        "{address} names no region; declare where the bucket is",
        "{address} 不带地域；请申报该存储桶所在地",
    ),
    "addresses_and_locations.no_host": (
        "{address} names no host; declare the system that it belongs to",
        "{address} 没有主机名；请申报其所属系统",
    ),
    "addresses_and_locations.declared_region": (
        "declared as {declared}, which is in {place}",
        "申报为 {declared}，位于 {place}",
    ),
    "addresses_and_locations.declared_place": ("declared as {declared}", "申报为 {declared}"),
    "addresses_and_locations.declared_unknown": ("declared as unknown", "申报为未知"),
    "addresses_and_locations.declared_not_understood": (
        "{declared} is no provider/region, jurisdiction code or name that the tables hold",
        "{declared} 不是表中的“厂商/地域”、法域代码或名称",
    ),
    "addresses_and_locations.nothing_asked": (
        "a line needs an endpoint, or a provider and a region, as text",
        "每行需要 endpoint，或 provider 与 region，均为文本",
    ),
}
