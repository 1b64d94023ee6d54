-- 财富管理 App（金融科技公司）
CREATE TABLE `app_user` (
  `user_id` bigint NOT NULL AUTO_INCREMENT COMMENT '用户ID',
  `mobile` varchar(20) NOT NULL COMMENT '手机号',
  `nickname` varchar(64) DEFAULT NULL COMMENT '昵称',
  `register_time` datetime NOT NULL COMMENT '注册时间',
  PRIMARY KEY (`user_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='App用户表';

CREATE TABLE `app_event` (
  `event_id` bigint NOT NULL COMMENT '事件ID',
  `user_id` bigint NOT NULL COMMENT '用户ID',
  `page_view` varchar(128) DEFAULT NULL COMMENT '浏览记录',
  `app_version` varchar(16) DEFAULT NULL COMMENT 'App版本号',
  `event_time` datetime NOT NULL COMMENT '事件时间',
  PRIMARY KEY (`event_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='App行为事件表';
