package dev.flashorm.benchmarks.contestant.mybatis;

import dev.flashorm.benchmarks.contestant.Workloads;
import dev.flashorm.benchmarks.model.Comment;

final class MybatisWorkloads implements Workloads {
    private final WithMybatis with;

    MybatisWorkloads(WithMybatis with) {
        this.with = with;
    }

    @Override
    public Object complexQuery() {
        return with.run(true, ShopMapper::complexQuery);
    }

    @Override
    public Object topUsers() {
        return with.run(true, ShopMapper::topUsers);
    }

    @Override
    public Object emailById(int id) {
        return with.run(true, mapper -> mapper.email(id));
    }

    @Override
    public Object isAdminById(int id) {
        return with.run(true, mapper -> mapper.isAdmin(id));
    }

    @Override
    public Object insertComment(int postId, int userId, String content) {
        return with.run(true, mapper -> {
            Key key = new Key();
            mapper.insertComment(postId, userId, content, Comment.time(postId), key);
            return key.getId();
        });
    }
}
